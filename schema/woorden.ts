import { z } from 'zod';
import { nearest } from './nearest';

/** Zod building blocks for files that people write: they say in Dutch what was expected, and what was probably meant. */

/**
 * One word of a closed list. `soort` is what the list is of: "doel".
 *
 * @param anders what to say of words that are right elsewhere.
 */
export function woord<const Woorden extends readonly string[]>(
  soort: string,
  woorden: Woorden,
  anders: Readonly<Record<string, string>> = {},
) {
  return z.enum(woorden, {
    error: ({ input }) =>
      typeof input === 'string' && Object.hasOwn(anders, input)
        ? `"${input}" is geen ${soort}; ${String(anders[input])}`
        : (onbekendWoord(soort, input, woorden) ?? geenWoord(soort, input)),
  });
}

/** A list without repeats and with at least one item: an empty list is a rule that says nothing. */
export function lijst<Item extends z.ZodType<string>>(item: Item) {
  return z
    .array(item)
    .min(1, { error: 'deze lijst is leeg; verwacht ten minste een waarde' })
    .superRefine(zonderHerhaling)
    .meta({ uniqueItems: true });
}

/**
 * Text of one line that is not empty, in which nothing stands that is not seen: who signs it has read all of it. A number
 * without quotation marks is no text.
 */
export function tekst() {
  return z.string().regex(/^ *[^\p{C}\p{Z}](?:[^\p{C}\p{Z}]| )*$/u, {
    error: ({ input }) =>
      String(input).trim() === ''
        ? 'deze tekst is leeg'
        : 'verwacht een regel gewone tekst, zonder tekens die niemand ziet',
  });
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
  const [begin = ''] = gekregen.split('.');
  const zoals = woorden.length > 20 ? woorden.filter((een) => een.startsWith(`${begin.toLowerCase()}.`)) : woorden;
  return `"${gekregen}" is geen ${soort}${zoals.length === 0 ? '' : `; verwacht een van: ${zoals.join(', ')}`}`;
}

/** What stands where one word should, and is none; of a word that is missing zod says so itself. */
function geenWoord(soort: string, gekregen: unknown): string | undefined {
  return gekregen === undefined ? undefined : `verwacht een ${soort}, kreeg ${nameOf(gekregen)}`;
}

/** What somebody wrote, in a word or two. */
export function nameOf(value: unknown): string {
  if (value === null) return 'niets';
  if (Array.isArray(value)) return 'een lijst';
  if (typeof value === 'object') return 'sleutels met waarden';
  if (typeof value === 'number') return `het getal ${String(value)}; zet er aanhalingstekens omheen als het tekst is`;
  if (typeof value === 'string') return /\n/.test(value) ? 'tekst van meer regels' : `"${value}"`;
  return value === true ? 'true' : 'false';
}

function zonderHerhaling(waarden: readonly string[], ctx: z.RefinementCtx): void {
  const gezien = new Set<string>();
  waarden.forEach((waarde, index) => {
    if (gezien.has(waarde)) ctx.addIssue({ code: 'custom', path: [index], message: `"${waarde}" staat er twee keer` });
    gezien.add(waarde);
  });
}
