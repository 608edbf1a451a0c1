/** Why a stap can't be taken: what to tell who tried, and the article it rests on. A closed list. */
export const STAPREDENEN = {
  GEEN_ZETEL: ['alleen wie nu aan tafel zit, zet een stap', 'WGS 1.8 lid 2'],
  AFGESLOTEN: ['de casus is afgeschermd of afgewezen', 'WGS 2.31'],
  FASE: ['in deze fase kan deze stap niet', 'WGS 2.31'],
  ROL: ['met uw rol aan deze tafel kan deze stap niet', 'WGS 2.31'],
  NIET_PUBLIEK: ['alleen een publieke partner beslist dit', 'WGS 2.31 lid 2 en 4'],
  AL_ZO: ['het is al zo', 'WGS 2.31'],
  ONBEVESTIGD: ['een tweede publieke partner heeft casus en personen nog niet bevestigd', 'WGS 2.31'],
  GEEN_CRITERIA: ['een doeltoets noemt de criteria waaraan is voldaan', 'BGS 2.20'],
  GEEN_DEELNEMER: ['deze ketenpartner neemt geen deel', 'WGS 2.27'],
  NOG_ALLEEN_PUBLIEK: ['voor de doeltoets zitten alleen publieke partners aan tafel', 'WGS 2.31 lid 2'],
  GEEN_TAFELROL: ['deze rol zit niet aan tafel', 'BGS 1.11'],
  MELDER: ['melder is wie de casus aanmeldde', 'WGS 2.31 lid 1'],
  NIET_AANGEWEZEN: ['de medewerker is door zijn partner niet in deze rol aangewezen', 'BGS 1.11'],
  ZIT_AL: ['de medewerker zit al aan deze tafel', 'BGS 1.11'],
  NIET_AAN_TAFEL: ['de medewerker zit niet aan deze tafel', 'BGS 1.11'],
  ANDERE_PARTNER: ['over een zetel van een ander beslist alleen een publieke procesregisseur', 'BGS 1.11'],
  LAATSTE_REGISSEUR: ['de laatste procesregisseur vertrekt niet zonder opvolger', 'WGS 2.31'],
} as const satisfies Readonly<Record<string, readonly [uitleg: string, artikel: string]>>;
export type Stapreden = keyof typeof STAPREDENEN;
