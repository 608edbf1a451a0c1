import { addCasus } from './addCasus';
import { addKetens } from './addKetens';
import { createCast } from './createCast';
import { DEMO_PLANNEN, GEZIN_PLAN, VEELPLEGER_PLAN } from './demoCasusplannen';
import type { Draft } from './draft';
import { addFirstCasus } from './firstCasus';
import { addDemoStaff } from './staff';
import { addVrijgave } from './vrijgaven';

/** The casussen of the demo, with which every synthetic world begins. */
export function addDemo(draft: Draft): void {
  addDemoStaff(draft);
  const { casus: first, family } = addFirstCasus(draft);

  const second = addCasus(
    draft,
    VEELPLEGER_PLAN,
    createCast(draft, VEELPLEGER_PLAN, { hoofdbetrokkenen: [family.pleger] }),
  );
  releaseOnlyElsewhere(draft, family.pleger, first, second);

  for (const plan of DEMO_PLANNEN) addCasus(draft, plan, createCast(draft, plan));

  const gezin = { hoofdbetrokkenen: [family.kind], kringleden: [family.tiener, family.pleger] };
  addCasus(draft, GEZIN_PLAN, createCast(draft, GEZIN_PLAN, gezin));

  addKetens(draft);
}

/** A release holds for one casus: what was never released at the first table is released at the second. */
function releaseOnlyElsewhere(draft: Draft, persoon: string, first: string, second: string): void {
  const released = new Set(draft.police.vrijgaven.filter(({ casus }) => casus === first).map(({ record }) => record));
  for (const item of draft.vrijgeefbaar.get(persoon) ?? []) {
    if (item.houder !== 'police' || released.has(item.record)) continue;
    addVrijgave(draft, second, item, ['gemeente-zwolle', 'om-oost-nederland', 'tactus']);
  }
}
