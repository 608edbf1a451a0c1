import { HUBFOUTCODES, Hubfout } from '../domain/hubfout';
import { SUBGRAVEN } from '../domain/subgraaf';
import { DOCUMENTCODES } from '../domain/documentcode';

/** All names that a span can have. What is asked of another process begins with `ask`. */
export const SPANS = [
  'request',
  'open context',
  'decide',
  'prune',
  'plan and fetch',
  'guard',
  'register',
  'release',
  'describe',
  'ask source',
  'ask facts',
  'ask verloop',
  'ask betrokkene',
  'take stap',
  'designate',
  'ask bronstand',
  'take bronbesluit',
  'take aanmelding',
] as const;
export type Spanname = (typeof SPANS)[number];

/** What is refused, and what is not there or fails: only the last is an error of a trace. */
const REFUSALS: readonly string[] = [
  ...Object.entries(HUBFOUTCODES).flatMap(([code, status]) => (status < 500 ? [code] : [])),
  ...DOCUMENTCODES,
];
const CODES: readonly string[] = [...Object.keys(HUBFOUTCODES), ...REFUSALS, 'HUB_STORING', 'KETEN_STORING'];

/** Whether this code says that something failed: no rule of ours, and no mistake of who asks. */
export function isFault(code: string): boolean {
  return !REFUSALS.includes(code);
}

/** The code of what was thrown, and nothing else of it. */
export function codeOf(fout: unknown): string {
  return fout instanceof Hubfout ? fout.code : 'HUB_ONBESLIST';
}

const amongst =
  (all: readonly string[]) =>
  (value: unknown): value is string =>
    typeof value === 'string' && all.includes(value);
/** Of numbers only small ones: what numbers a person is larger. */
const counts = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000;
const digests = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/**
 * All that a span can tell beside its name, times and ids, each with what it can be. Of what is not here, or is something
 * else, nothing leaves the process. Nothing here can hold a datum, a person, a casus or a word of a client.
 */
export const KNOWN = {
  'http.route': amongst([
    '/graphql',
    '/toegangsfeiten',
    '/stappen',
    '/verloop',
    '/aanwijzingen',
    '/bronbesluiten',
    '/aanmeldingen',
  ]),
  'http.response.status_code': counts,
  'ketenhub.code': amongst(CODES),
  'ketenhub.subgraph': amongst(SUBGRAVEN),
  /** Of the coordinates that a question comes to: the same for every question that asks the same fields. */
  'ketenhub.operation': digests,
  'ketenhub.fields': counts,
  'ketenhub.fields.refused': counts,
  'ketenhub.entities': counts,
} as const;

/** What is told of a span. */
export type Told = {
  readonly [Name in keyof typeof KNOWN]?: (typeof KNOWN)[Name] extends ((value: unknown) => value is infer Value)
    ? Value
    : never;
};
