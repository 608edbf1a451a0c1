import type { Cast, Casusplan } from './casusplan';
import { seatsOn } from './casusplan';
import { PEILDATUM } from './days';
import type { Draft, Vrijgeefbaar } from './draft';

/** Releases one record in one casus to these partners. */
export function addVrijgave(
  draft: Draft,
  casus: string,
  { record, houder }: Vrijgeefbaar,
  ontvangers: readonly string[],
  ingetrokkenOp: string | null = null,
): void {
  draft[houder].vrijgaven.push({ record, casus, ontvangers, ingetrokkenOp });
}

/** Releases for a casus by chance: about half of the records, each to some at the table, some withdrawn. */
export function addVrijgaven(draft: Draft, casus: string, plan: Casusplan, cast: Cast): void {
  const { random } = draft;
  const partners = [...new Set(seatsOn(plan, PEILDATUM).map((zetel) => zetel.partner))];
  for (const persoon of cast.hoofdbetrokkenen) {
    for (const item of draft.vrijgeefbaar.get(persoon) ?? []) {
      if (random.chance(0.5)) continue;
      const withdrawn = random.chance(0.1) ? random.day('2026-05-01', '2026-09-20') : null;
      addVrijgave(draft, casus, item, random.some(partners, random.int(1, partners.length)), withdrawn);
    }
  }
}
