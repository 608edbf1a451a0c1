import { type Antwoord, isObject } from './Bron';

/** What tells of a stack, a store, a language or a library. */
const SPOREN: readonly (readonly [string, RegExp])[] = [
  [
    'stack trace',
    /\bat [\w$.<>]+\s?\(?[^\s()]*[:(]\d+|Traceback|\.(?:java|cs|ts|js|py|kt|go):\d+|node_modules|stack ?trace/i,
  ],
  ['naam van een uitzondering', /\b[A-Z]\w+Exception\b|\b(?:Type|Reference|Syntax|Range|GraphQL|Validation)Error\b/],
  ['voorstel', /did you mean|bedoelde u/i],
  ['vraag aan een database', /\bselect\b.+\bfrom\b|\binsert into\b|\bSQLSTATE\b|\bORA-\d{5}\b|\bSQLITE_/i],
  ['pad van een bestand', /(?:^|[\s"'(])(?:\/(?:usr|home|opt|app|var|srv|tmp)\/|[A-Z]:\\)/],
];

/** Keys beside the code of an error. */
const VERTELT = /stack|trace|exception|debug|cause|sql/i;

/**
 * What the errors of an answer tell that they may not. Of an answer that is no JSON, all of it is an error.
 *
 * @param gestuurd what was sent as a value, and may not come back
 * @param geheim names that were not in the question
 */
export function findLekken({ tekst, json, fouten }: Antwoord, gestuurd: string, geheim: readonly string[]): string[] {
  const told = isObject(json) && 'data' in json ? JSON.stringify(fouten) : tekst;
  const words = told.replaceAll(String.raw`\"`, '"');
  return [
    ...SPOREN.flatMap(([naam, spoor]) => (spoor.test(words) ? [naam] : [])),
    ...(keysIn(json).some((key) => VERTELT.test(key)) ? ['meer dan een code'] : []),
    ...(gestuurd !== '' && told.includes(gestuurd) ? ['wat er is gestuurd'] : []),
    ...(geheim.some((naam) => new RegExp(`\\b${naam}\\b`).test(words)) ? ['naam uit het schema'] : []),
  ];
}

/** Names in the errors of an answer, at any depth. */
function keysIn(json: unknown): string[] {
  const walk = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(walk);
    return isObject(value) ? Object.entries(value).flatMap(([key, inside]) => [key, ...walk(inside)]) : [];
  };
  return isObject(json) ? walk(json['errors']) : [];
}
