/** Free text of one thema, as professionals of the chain write it. Placeholders: see `fillTemplate`. */
export interface ThemaTeksten {
  readonly meldingen: readonly { readonly klasse: string; readonly omschrijving: string }[];
  readonly incidenten: readonly IncidentTekst[];
  readonly verdenkingen: readonly string[];
  readonly aandacht: readonly { readonly soort: string; readonly instructie: string }[];
  readonly crisis: readonly string[];
  readonly politieadviezen: readonly AdviesTekst[];
  readonly zorgadviezen: readonly AdviesTekst[];
  readonly doelstellingen: readonly string[];
  readonly besluiten: readonly string[];
  readonly toelichtingen: readonly string[];
}

/** Codes are invented and say so by "VB-" (voorbeeld). */
export interface IncidentTekst {
  readonly code: string;
  readonly soort: string;
  readonly als: 'VERDACHTE' | 'SLACHTOFFER' | 'GETUIGE' | 'BETROKKENE';
  readonly omschrijving: string;
}

interface AdviesTekst {
  readonly strekking: string;
  readonly advies: string;
}
