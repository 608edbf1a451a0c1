/** What an overleg decides, beside its acties. No names: see `fillTemplate`. */
export const BESLUITTEKSTEN: readonly { readonly besluit: string; readonly reden: string }[] = [
  { besluit: 'Het plan van aanpak wordt vastgesteld.', reden: 'Alle partners onderschrijven doel en verdeling.' },
  { besluit: 'De casus blijft op de agenda.', reden: 'De situatie is nog niet stabiel.' },
  { besluit: 'De tafel wordt uitgebreid met een partner.', reden: 'Er is kennis nodig die aan tafel ontbreekt.' },
  { besluit: 'Er komt een vaste contactpersoon voor het gezin.', reden: 'Te veel hulpverleners naast elkaar.' },
  { besluit: 'De veiligheidsafspraken worden herzien.', reden: 'Er was een nieuw signaal van onveiligheid.' },
  { besluit: 'De regie blijft bij de gemeente.', reden: 'Geen van de partners kan de aanpak alleen dragen.' },
];

export const OPSCHALINGREDENEN: readonly string[] = [
  'De aanpak vraagt om besluiten die aan tafel niet genomen kunnen worden.',
  'De onveiligheid nam toe ondanks de gemaakte afspraken.',
  'Er is onrust in de buurt die om bestuurlijke afweging vraagt.',
];
export const AFSCHALINGREDEN = 'De afspraken worden nagekomen en de rust is teruggekeerd.';
