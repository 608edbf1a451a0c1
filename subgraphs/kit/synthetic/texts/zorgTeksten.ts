/** Texts of the institutions whose records the care subgraph holds, by what they do. */
export interface Zorgteksten {
  readonly trajecten: readonly string[];
  readonly diagnosen: readonly { readonly classificatie: string; readonly omschrijving: string }[];
  readonly instrumenten: readonly string[];
}

export const BEHANDELSTATUSSEN = [
  'Intake gepland, wachttijd {aantal} weken',
  'In behandeling, komt afspraken na',
  'In behandeling, mist afspraken',
  'Behandeling voortijdig gestopt door cliënt',
  'Afgerond in overleg',
] as const;

export const CRISISUITKOMSTEN = [
  'Geen opname, vervolgcontact binnen 24 uur',
  'Vrijwillige opname',
  'Crisismaatregel aangevraagd',
  'Terug naar huis met steunend netwerk',
] as const;

export const GGZ: Zorgteksten = {
  trajecten: [
    'FACT-begeleiding',
    'Poliklinische behandeling',
    'Forensisch ambulante behandeling',
    'Intensieve behandeling thuis',
  ],
  diagnosen: [
    {
      classificatie: 'Posttraumatische-stressstoornis',
      omschrijving: 'Herbelevingen en vermijding, toename van klachten in de afgelopen {aantal} maanden.',
    },
    {
      classificatie: 'Borderline-persoonlijkheidsstoornis',
      omschrijving: 'Heftige stemmingswisselingen en impulsiviteit in relaties; motivatie voor behandeling wisselend.',
    },
    {
      classificatie: 'Schizofrenie',
      omschrijving: 'Wanen en hallucinaties bij het weglaten van medicatie; {aantal}e episode.',
    },
    {
      classificatie: 'Periodiek explosieve stoornis',
      omschrijving: 'Woede-uitbarstingen die niet in verhouding staan tot de aanleiding, met spijt achteraf.',
    },
    {
      classificatie: 'Depressieve stoornis',
      omschrijving: 'Aanhoudend sombere stemming en slaapproblemen; medicatie ingesteld.',
    },
  ],
  instrumenten: ['HCR-20 V3', 'FARE', 'HKT-R'],
};

export const VERSLAVINGSZORG: Zorgteksten = {
  trajecten: ['Ambulante verslavingsbehandeling', 'Detoxificatie', 'Deeltijdbehandeling', 'Terugvalpreventie'],
  diagnosen: [
    {
      classificatie: 'Stoornis in alcoholgebruik',
      omschrijving: 'Dagelijks {aantal} of meer glazen, controleverlies en gebruik ondanks ruzies thuis.',
    },
    {
      classificatie: 'Stoornis in cocaïnegebruik',
      omschrijving: 'Gebruik in perioden van meerdere dagen, gevolgd door somberheid en agressie.',
    },
    {
      classificatie: 'Stoornis in cannabisgebruik',
      omschrijving: 'Gebruik vanaf jonge leeftijd, vlakke stemming en verminderde concentratie.',
    },
    { classificatie: 'Gokstoornis', omschrijving: 'Online gokken met oplopende schulden, {aantal} stoppogingen.' },
  ],
  instrumenten: ['MATE', 'MATE-Crimi'],
};

export const GGD: Zorgteksten = {
  trajecten: ['Bemoeizorg', 'Toeleiding naar zorg', 'Forensisch-medisch onderzoek'],
  diagnosen: [
    {
      classificatie: 'Geen classificatie',
      omschrijving: 'Vermoeden van lichamelijke verwaarlozing; verwezen naar de huisarts.',
    },
  ],
  instrumenten: ['Zelfredzaamheid-Matrix'],
};

export const VEILIG_THUIS = {
  aard: [
    'Partnergeweld',
    'Kindermishandeling, getuige van geweld',
    'Ex-partnergeweld',
    'Ouderenmishandeling',
    'Verwaarlozing',
  ],
  status: ['In behandeling', 'Onderzoek loopt', 'Overgedragen aan lokaal team', 'Afgesloten met monitoring'],
  oordelen: [
    'Structurele onveiligheid vastgesteld. Veiligheidsvoorwaarden opgesteld en na {aantal} weken getoetst.',
    'Acute onveiligheid op het moment van melden; na interventie voldoende veilig om verder te gaan met hulp.',
    'Geweld bevestigd door beide volwassenen. Kinderen hebben {aantal} incidenten meegemaakt en krijgen hulp.',
    'Onvoldoende aanwijzingen voor structurele onveiligheid; wel zorgen over opvoedbelasting.',
  ],
  instrumenten: ['Triage-instrument Veilig Thuis', 'ARIJ'],
} as const;
