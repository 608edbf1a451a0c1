const DOELEN: Readonly<Record<string, string>> = {
  STRAFRECHTELIJKE_HANDHAVING: 'strafbare feiten opsporen en vervolgen',
  BESTUURLIJKE_HANDHAVING: 'optreden van de gemeente tegen overlast en onveiligheid',
  BEGELEIDING: 'begeleiding',
  ZORG_EN_HULPVERLENING: 'zorg en hulp',
  CASUSREGIE: 'de samenwerking in uw zaak regelen',
  CRISISHULP: 'hulp in een crisis',
  FRAUDEBESTRIJDING: 'fraude tegengaan',
};

const KADERS: Readonly<Record<string, string>> = {
  VRIJWILLIG: 'vrijwillig',
  DRANG: 'met drang (u wordt aangespoord mee te werken)',
  DWANG: 'met dwang (een maatregel of straf kan volgen)',
};

/** What for, in plain Dutch. */
export function tellDoel(doel: string | null): string {
  return doel === null ? 'niet vastgelegd' : (DOELEN[doel] ?? doel);
}

export function tellKader(kader: string | null): string {
  return kader === null ? 'niet vastgelegd' : (KADERS[kader] ?? kader);
}

const LANG = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "28 november 2026", from an ISO date. */
export function tellDag(dag: string): string {
  return LANG.format(new Date(`${dag}T00:00:00Z`));
}
