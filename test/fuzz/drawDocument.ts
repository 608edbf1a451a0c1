import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const OPERATIONS = join(__dirname, '../../schema/operations');

/** Documents that are right, to begin from. */
const CORPUS: readonly string[] = [
  ...readdirSync(OPERATIONS)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(OPERATIONS, file), 'utf8')),
  '{ __typename }',
  '{ mijnCasussen { id rol doel } }',
  'query ($casus: ID!) { casus(id: $casus) { kenmerk tijdlijn { __typename ... on Overleg { datum } } } }',
  'query ($casus: ID!) { casus(id: $casus) { ...F } } fragment F on Casus { personen { id ... on Hoofdbetrokkene { bsn } } }',
  'query ($casus: ID!) { casus(id: $casus) { a: kenmerk @skip(if: false) kenmerk @include(if: true) } }',
  '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
  '{ uitleg(vraag: "{ mijnCasussen { rol } }") { digest velden { pad besluit } } }',
  'mutation { openDossier(soort: INZAGE) { id } }',
  'subscription { casus }',
];

/** Words that a document is made of, and some that it never is. */
const WORDS = [
  ...['{', '}', '(', ')', '[', ']', ':', '!', '$', '@', '...', '|', '&', '=', ',', '#', '"', '"""', '\\', '\u0000'],
  ...['query', 'mutation', 'subscription', 'fragment', 'on', 'true', 'false', 'null', 'schema', 'extend', 'type'],
  ...['casus', 'kenmerk', 'personen', 'hoofdbetrokkenen', 'Hoofdbetrokkene', 'Persoon', 'Query', 'id', 'bsn', '$casus'],
  ...[
    '__typename',
    '__schema',
    '__type',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '_entities',
    '_service',
  ],
  ...['@skip(if: true)', '@include(if: $x)', '@defer', '@stream', '@deprecated', '@policy(policies: [])'],
  ...['0', '-1', '1e999', '9007199254740993', '00', '0x1', '1.', '"\\u{10FFFF}"', '"\\uD800"', '"ž"', '💥', '\uFEFF'],
];

const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 8, unit: 'binary' }));
const edit = fc.record({
  kind: fc.constantFrom('drop', 'put', 'twice', 'swap', 'many'),
  at: fc.nat(200),
  to: fc.nat(200),
  word,
});
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

/** Few, and often none: what is right goes furthest. */
const edits = fc.oneof(fc.constant<Edit[]>([]), fc.array(edit, { minLength: 1, maxLength: 6 }));

/** A document: one of the corpus with some words changed, or anything. */
export const document = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...CORPUS), edits).map(mutate) },
  { weight: 1, arbitrary: fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('{a', '[', '(', '...', '{', '@a', '"'), fc.integer({ min: 1, max: 5_000 })).map(([one, times]) => one.repeat(times)) }, // oxfmt-ignore
);

function mutate([text, edits]: [string, Edit[]]): string {
  const words = text.split(/(\s+|[{}()[\]:!$@,|])/).filter((one) => one !== '');
  for (const { kind, at, to, word: given } of edits) {
    const [here, there] = [at % (words.length + 1), to % (words.length + 1)];
    if (kind === 'drop') words.splice(here, 1);
    if (kind === 'put') words.splice(here, 0, ` ${given} `);
    if (kind === 'twice') words.splice(here, 0, ...words.slice(there, there + 12));
    if (kind === 'many') words.splice(here, 0, ...Array.from({ length: to }, () => ` ${given} `));
    if (kind === 'swap') {
      const [one, other] = [words[here], words[there]];
      if (one !== undefined && other !== undefined) [words[here], words[there]] = [other, one];
    }
  }
  return words.join('');
}
