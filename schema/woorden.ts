import { z } from 'zod';
import { nearest } from './nearest';

/** Zod building blocks for files that people write: they say in Dutch what was expected, and what was probably meant. */

/** One word of a closed list. `soort` is what the list is of: "doel". */
export function woord<const Woorden extends readonly string[]>(soort: string, woorden: Woorden) {
  return z.enum(woorden, { error: (issue) => onbekendWoord(soort, issue.input, woorden) });
}

/** A list without repeats and with at least one item: an empty list is a rule that says nothing. */
export function lijst<Item extends z.ZodType<string>>(item: Item) {
  return z
    .array(item)
    .min(1, { error: 'deze lijst is leeg; verwacht ten minste een waarde' })
    .superRefine(zonderHerhaling)
    .meta({ uniqueItems: true });
}

/** Text that is not empty; a number without quotation marks is no text. */
export function tekst() {
  return z.string().regex(/\S/, { error: 'deze tekst is leeg' });
}

/** Text of one shape. `verwacht` says which. */
export function vorm(patroon: RegExp, verwacht: string) {
  return z.string().regex(patroon, { error: (issue) => `"${String(issue.input)}" is ongeldig; verwacht ${verwacht}` });
}

/** What to say of a word that is not on its list. */
export function onbekendWoord(soort: string, gekregen: unknown, woorden: readonly string[]): string | undefined {
  if (typeof gekregen !== 'string') return undefined;
  const bedoeld = nearest(gekregen, woorden);
  if (bedoeld !== null) return `"${gekregen}" is geen ${soort}; bedoelde u "${bedoeld}"?`;
  return `"${gekregen}" is geen ${soort}${woorden.length > 20 ? '' : `; verwacht een van: ${woorden.join(', ')}`}`;
}

function zonderHerhaling(waarden: readonly string[], ctx: z.RefinementCtx): void {
  const gezien = new Set<string>();
  waarden.forEach((waarde, index) => {
    if (gezien.has(waarde)) ctx.addIssue({ code: 'custom', path: [index], message: `"${waarde}" staat er twee keer` });
    gezien.add(waarde);
  });
}
