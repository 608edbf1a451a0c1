import { RISICONIVEAUS } from '../../../schema/domain/risiconiveau';
import type { Thema } from '../../../schema/domain/thema';
import {
  addBekendheid,
  addCrisiscontact,
  addDiagnose,
  addRisicotaxatie,
  addTraject,
  addVeiligThuisMelding,
  VEILIG_THUIS_PARTNER,
} from './careRecords';
import { personOf, type Draft } from './draft';
import { BUURGEMEENTEN } from './gemeenten';
import { addInkomen, addSchoolgang, addSchuld, addVoorziening, addWoonsituatie } from './municipalityRecords';
import { addAandachtsvestiging, addIncident, addMelding, addRisico, addVerdenking } from './policeRecords';

/** Writes what the partners hold about a hoofdbetrokkene. Done once, however many casussen he is in. */
export function fillHoofdbetrokkene(draft: Draft, persoon: string, thema: Thema): void {
  if (draft.gevuld.has(persoon)) return;
  draft.gevuld.add(persoon);
  fillMunicipality(draft, persoon);
  if (draft.random.chance(0.85)) fillPolice(draft, persoon, thema);
  fillCare(draft, persoon, thema);
}

function fillMunicipality(draft: Draft, persoon: string): void {
  const { random } = draft;
  const minor = personOf(draft, persoon).geboortedatum > '2008-10-01';
  if (minor) addSchoolgang(draft, persoon);
  else {
    repeat(random.int(1, 2), () => addInkomen(draft, persoon));
    repeat(random.int(0, 3), () => addSchuld(draft, persoon));
  }
  addWoonsituatie(draft, persoon);
  repeat(random.int(0, 2), () => addVoorziening(draft, persoon));
}

function fillPolice(draft: Draft, persoon: string, thema: Thema): void {
  const { random } = draft;
  const where = (): string => (random.chance(0.8) ? personOf(draft, persoon).gemeente : random.pick(BUURGEMEENTEN));
  repeat(random.int(1, 3), () => addMelding(draft, persoon, thema, where()));
  repeat(random.int(0, 4), () => addIncident(draft, persoon, thema, where()));
  repeat(random.int(0, 2), () => addVerdenking(draft, persoon, thema));
  if (random.chance(0.3)) addAandachtsvestiging(draft, persoon, thema, random.chance(0.3));
  if (random.chance(0.6)) addRisico(draft, persoon, random.pick(RISICONIVEAUS), random.day('2026-02-01', '2026-09-01'));
}

function fillCare(draft: Draft, persoon: string, thema: Thema): void {
  const { random } = draft;
  for (const [partner, probability] of INSTELLINGEN[thema]) {
    if (!random.chance(probability)) continue;
    addBekendheid(draft, persoon, partner);
    if (random.chance(0.8)) addTraject(draft, persoon, partner);
    if (random.chance(0.6)) addDiagnose(draft, persoon, partner);
    if (random.chance(0.3)) addCrisiscontact(draft, persoon, partner, thema);
    if (random.chance(0.4)) addRisicotaxatie(draft, persoon, partner, random.pick(RISICONIVEAUS));
  }
  if (thema === 'HUISELIJK_GEWELD' || random.chance(0.15)) {
    repeat(random.int(1, 2), () => addVeiligThuisMelding(draft, persoon));
    if (random.chance(0.4)) addRisicotaxatie(draft, persoon, VEILIG_THUIS_PARTNER, random.pick(RISICONIVEAUS));
  }
}

/** How likely each institution knows someone, per thema. */
const INSTELLINGEN: Readonly<Record<Thema, readonly (readonly [partner: string, probability: number])[]>> = {
  HUISELIJK_GEWELD: [
    ['dimence', 0.6],
    ['tactus', 0.4],
  ],
  VEELPLEGER: [
    ['tactus', 0.8],
    ['dimence', 0.4],
  ],
  ONBEGREPEN_GEDRAG: [
    ['dimence', 0.9],
    ['ggd-ijsselland', 0.5],
    ['tactus', 0.2],
  ],
  JEUGD_EN_VEILIGHEID: [
    ['dimence', 0.4],
    ['tactus', 0.2],
  ],
  MENSENHANDEL: [
    ['dimence', 0.4],
    ['ggd-ijsselland', 0.4],
    ['tactus', 0.2],
  ],
  NAZORG_DETENTIE: [
    ['tactus', 0.6],
    ['dimence', 0.4],
  ],
  FRAUDE: [['dimence', 0.2]],
};

function repeat(times: number, action: () => void): void {
  for (let time = 0; time < times; time += 1) action();
}
