import { FASEN, type Fase } from '../../../schema/domain/fase';
import { addActies } from './acties';
import type { Casusplan } from './casusplan';
import { seatsOn } from './casusplan';
import { addDays } from './days';
import type { Draft } from './draft';
import { fillTemplate } from './fillTemplate';
import { findThemaTeksten } from './texts/findThemaTeksten';
import { LEEFGEBIEDTEKSTEN } from './texts/leefgebiedTeksten';
import { LEEFGEBIEDEN } from '../../../schema/domain/leefgebied';

const CRITERIA = [
  'Problemen op meerdere leefgebieden',
  'Criminogene factoren',
  'Inzet uit meer dan één domein nodig',
  'Reguliere aanpak is ontoereikend',
  'Ernstige overlast of onveiligheid',
] as const;

/** Writes the dossier of the house as far as the fase has come (WGS 2.31): doeltoets, then overleg, then plan. */
export function addDossier(draft: Draft, casus: string, plan: Casusplan, overleggen?: number): void {
  if (plan.status === 'AFGEWEZEN') return addDoeltoets(draft, casus, plan, false);
  // In the fase DOELTOETS itself there is no outcome yet.
  if (!isAfter(plan.fase, 'DOELTOETS')) return;
  addDoeltoets(draft, casus, plan, true);
  if (!isAfter(plan.fase, 'DEELNEMERSBEPALING')) return;
  addOverleggen(draft, casus, plan, overleggen ?? draft.random.int(1, 3));
  if (overleggen === undefined && plan.fase === 'CASUSOVERLEG' && draft.random.chance(0.4)) return;
  addPlan(draft, casus, plan);
  addActies(draft, casus, plan);
}

function isAfter(fase: Fase, other: Fase): boolean {
  return FASEN.indexOf(fase) > FASEN.indexOf(other);
}

function addDoeltoets(draft: Draft, casus: string, plan: Casusplan, positief: boolean): void {
  const { random } = draft;
  draft.municipality.doeltoetsen.push({
    id: random.id('doeltoets'),
    casus,
    datum: random.day('2026-01-20', '2026-02-20'),
    positief,
    criteria: positief ? random.some(CRITERIA, random.int(3, 5)) : [CRITERIA[0]],
    toelichting: positief
      ? random.pick(findThemaTeksten(plan.thema).toelichtingen)
      : 'Het lokale veld kan dit zonder het zorg- en veiligheidshuis oplossen; gegevens worden vernietigd.',
  });
}

function addOverleggen(draft: Draft, casus: string, plan: Casusplan, count: number): void {
  const { random } = draft;
  const start = random.day('2026-03-02', '2026-03-20');
  for (let nr = 0; nr < count; nr += 1) {
    const datum = addDays(start, nr * 56);
    const present = seatsOn(plan, datum).map(({ partner, medewerker }) => ({ partner, medewerker }));
    draft.municipality.overleggen.push({
      id: random.id('overleg'),
      casus,
      datum,
      besluit: fillTemplate(random, random.deal(`besluit/${plan.thema}`, findThemaTeksten(plan.thema).besluiten)),
      aanwezigen: random.some(present, Math.max(2, present.length - random.int(0, 2))),
    });
  }
}

function addPlan(draft: Draft, casus: string, plan: Casusplan): void {
  const { random } = draft;
  draft.municipality.plannen.push({
    casus,
    doelstelling: random.pick(findThemaTeksten(plan.thema).doelstellingen),
    vastgesteldOp: random.day('2026-03-25', '2026-05-31'),
    bijNietNakomen: random.pick([
      'De casusregisseur roept de tafel binnen een week bijeen en het plan wordt aangescherpt.',
      'Bij ernstige signalen direct opschalen naar het OM en de burgemeester; anders bespreken in het eerstvolgende overleg.',
    ]),
    leefgebieden: random.some(LEEFGEBIEDEN, random.int(4, 8)).map((leefgebied) => {
      const [situatie, doel] = random.pick(LEEFGEBIEDTEKSTEN[leefgebied]);
      return { leefgebied, situatie: fillTemplate(random, situatie), doel };
    }),
  });
}
