import { ROLLEN, type Rol } from '../../../schema/domain/rol';
import type { Zetelplan } from './casusplan';
import type { Draft } from './draft';

/** The partners with an account, by the short name that stands in the ids of their medewerkers. */
const KORT = {
  politie: 'politie-oost-nederland',
  om: 'om-oost-nederland',
  zwolle: 'gemeente-zwolle',
  deventer: 'gemeente-deventer',
  hardenberg: 'gemeente-hardenberg',
  rvdk: 'rvdk',
  dji: 'dji',
  ggd: 'ggd-ijsselland',
  reclassering: 'reclassering-nederland',
  jeugdbescherming: 'jeugdbescherming-overijssel',
  dimence: 'dimence',
  tactus: 'tactus',
  veiligthuis: 'veilig-thuis-ijsselland',
  dekern: 'de-kern',
  uwv: 'uwv',
  svb: 'svb',
  belastingdienst: 'belastingdienst',
} as const;
export type Kort = keyof typeof KORT;

/** Since when a designation holds, if nothing else is said: before any seat. */
const AANGEWEZEN_VAN = '2025-01-01';

/** Human-typable, because people type it on the command line: `m-politie-1`. */
function medewerkerId(kort: Kort, nr: number): string {
  return `m-${kort}-${nr}`;
}

export function partnerOf(kort: Kort): string {
  return KORT[kort];
}

/** A seat for one of our own: `seat('politie', 1, 'DEELNEMER')`. */
export function seat(
  kort: Kort,
  nr: number,
  rol: Rol,
  term: Pick<Zetelplan, 'van' | 'tot' | 'vervangt'> = {},
): Zetelplan {
  return { partner: KORT[kort], medewerker: medewerkerId(kort, nr), rol, ...term };
}

/** Takes a medewerker on, designated by his partner in each of these rollen (BGS 1.11). */
export function addMedewerker(
  draft: Draft,
  kort: Kort,
  nr: number,
  rollen: readonly Rol[],
  tot: string | null = null,
): void {
  const { faker } = draft.random;
  const medewerker = medewerkerId(kort, nr);
  draft.municipality.medewerkers.push({
    id: medewerker,
    naam: `${faker.person.firstName()} ${faker.person.lastName()}`,
  });
  for (const rol of ROLLEN.filter((one) => rollen.includes(one))) {
    draft.municipality.aanwijzingen.push({ medewerker, partner: KORT[kort], rol, van: AANGEWEZEN_VAN, tot });
  }
}

/** The medewerkers of the demo. Not every one has a seat, as in life. */
export function addDemoStaff(draft: Draft): void {
  for (const [kort, nr, rollen, tot] of DEMO_STAFF) addMedewerker(draft, kort, nr, rollen, tot ?? null);
}

/** Those who sit at the tables of the other chains. */
export function addKetenStaff(draft: Draft): void {
  for (const [kort, nr, rollen] of KETEN_STAFF) addMedewerker(draft, kort, nr, rollen);
}

const DEMO_STAFF: readonly (readonly [Kort, number, readonly Rol[], string?])[] = [
  ['politie', 1, ['DEELNEMER']],
  ['politie', 2, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['politie', 3, ['MELDER', 'DEELNEMER']],
  ['politie', 4, ['PRIVACY_OFFICER']],
  ['politie', 5, ['INFORMATIEMAKELAAR']],
  ['om', 1, ['DEELNEMER']],
  ['om', 2, ['DEELNEMER']],
  ['zwolle', 1, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['zwolle', 2, ['PROCESREGISSEUR']],
  ['zwolle', 3, ['INFORMATIEMAKELAAR']],
  ['zwolle', 4, ['PRIVACY_OFFICER']],
  ['zwolle', 5, ['AUDITOR']],
  ['zwolle', 6, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['deventer', 1, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['deventer', 2, ['PROCESREGISSEUR']],
  ['deventer', 3, ['MELDER', 'DEELNEMER']],
  ['hardenberg', 1, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['hardenberg', 2, ['PROCESREGISSEUR']],
  ['rvdk', 1, ['DEELNEMER']],
  ['rvdk', 2, ['DEELNEMER']],
  ['dji', 1, ['DEELNEMER']],
  ['ggd', 1, ['DEELNEMER']],
  ['reclassering', 1, ['DEELNEMER']],
  ['reclassering', 2, ['DEELNEMER']],
  ['jeugdbescherming', 1, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['dimence', 1, ['DEELNEMER']],
  ['dimence', 2, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['tactus', 1, ['DEELNEMER']],
  // Left Tactus: the designation ended, and with it the seat.
  ['tactus', 2, ['DEELNEMER'], '2026-05-01'],
  ['veiligthuis', 1, ['MELDER', 'DEELNEMER']],
  ['veiligthuis', 2, ['DEELNEMER']],
  ['dekern', 1, ['DEELNEMER']],
];

const KETEN_STAFF: readonly (readonly [Kort, number, readonly Rol[]])[] = [
  ['politie', 6, ['DEELNEMER']],
  ['politie', 7, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['om', 3, ['DEELNEMER']],
  ['zwolle', 7, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['zwolle', 8, ['PROCESREGISSEUR']],
  ['zwolle', 9, ['INFORMATIEMAKELAAR']],
  ['deventer', 4, ['DEELNEMER']],
  ['rvdk', 3, ['DEELNEMER']],
  ['ggd', 2, ['DEELNEMER']],
  ['jeugdbescherming', 2, ['DEELNEMER']],
  ['dimence', 3, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['veiligthuis', 3, ['DEELNEMER', 'CASUSREGISSEUR']],
  ['uwv', 1, ['DEELNEMER']],
  ['svb', 1, ['DEELNEMER']],
  ['belastingdienst', 1, ['DEELNEMER']],
];
