import fc from 'fast-check';
import { buildSchema, isInterfaceType, isObjectType, isUnionType, parse, validate } from 'graphql';
import { askedGraph } from './askedGraph';
import { type Operation, drawOperation } from './operation/drawOperation';
import { featuresOf } from './operation/features';
import { documentSketch } from './operation/sketch';
import { reduceOperation } from './reduce';

const MATERIAL = { casus: 'c'.repeat(32), days: ['2026-01-01', '2026-02-02'] };
const RUNS = 600;

/** Types of the answers about rules: deep, and judged by no reader. */
const OF_HUB =
  /^(Aanmeldbewijs|Aanwijzingsbewijs|Attest|Bronstand|Casusverslag|Convenantattest|Datalek|Dossier|Inzage|Mutation|Ontvanger|Partnerverkeer|Standpunt|Stapbewijs|Verslag|Getuige|Matrix|Register|Uitleg|Verschil)/;

/** What GraphQL allows and a guard could stumble over. */
const FEATURES = [
  'alias',
  'one key for several fields',
  'a field twice in one selection',
  'nothing without a condition',
  'inline fragment without a type',
  'inline fragments in inline fragments',
  'named fragments in named fragments',
  'a fragment spread twice',
  'fragment on type in interface',
  'fragment on interface in type',
  'fragment on interface in interface',
  'fragment on type in type',
  '__typename',
  '@skip: literal',
  '@skip: Variable',
  '@include: literal',
  '@include: Variable',
  '@skip and @include on one field',
  'argument: literal',
  'argument: Variable',
  'argument: NullValue',
  'variable',
  'variable with a default',
  'nullable variable with a default',
  'several operations',
  'shorthand',
];

describe.each([
  ['the graph as it is', askedGraph()],
  [
    'a graph with a union of everything',
    buildSchema(`type Query { casus(id: ID!, sinds: Datum = "2026-01-01", vanaf: [In!]): Casus  zoek(welk: Welk!): [Ding!]! }
     scalar Datum
     enum Welk { A B }
     input In { dag: Datum! welk: [Welk] }
     interface Persoon { id: ID! naam: String }
     union Ding = Casus | Mens | Dier
     type Casus { id: ID! dingen(vanaf: In): [Ding!] mensen: [Persoon!] }
     type Mens implements Persoon { id: ID! naam: String dingen: [Ding!] }
     type Dier { id: ID! soort: Welk naam: Int }`),
  ],
])('random operations over %s', (name, schema) => {
  const sketches = fc.sample(documentSketch, { numRuns: RUNS, seed: 20_26 });
  const drawn = sketches.map((sketch) => drawOperation(schema, sketch, MATERIAL));
  const counts = new Map<string, number>();
  for (const operation of drawn) {
    for (const feature of featuresOf(schema, operation)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }

  test('each is valid by graphql-js, also the one that is asked by itself', () => {
    for (const { text, alone } of drawn)
      for (const one of [text, alone]) expect(validate(schema, parse(one)).map(String)).toEqual([]);
  });

  test('all that GraphQL allows is really drawn', () => {
    const wanted = [
      ...FEATURES,
      ...(name.includes('union') ? ['fragment on union in type', 'fragment on type in union'] : []),
    ];
    const rare = wanted.filter((feature) => (counts.get(feature) ?? 0) < RUNS / 400);
    expect(rare).toEqual([]);
  });

  test('every field of the graph is asked, but for the depths of what the hub tells of itself', () => {
    const fields = Object.values(schema.getTypeMap())
      .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__') && !OF_HUB.test(type.name))
      .flatMap((type) => (isUnionType(type) || !('getFields' in type) ? [] : Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))); // oxfmt-ignore
    expect(fields.filter((field) => !counts.has(field))).toEqual([]);
    expect(fields.length).toBeGreaterThan(5);
  });

  test('the same sketch gives the same operation', () => {
    for (const [index, sketch] of sketches.slice(0, 50).entries()) {
      expect(drawOperation(schema, sketch, MATERIAL)).toEqual(drawn[index]);
    }
  });

  test('what shows something wrong is made as small as it can be', async () => {
    const field = name.includes('union') ? 'soort' : 'telefoon';
    const asks = ({ alone }: Operation): boolean => new RegExp(`\\b${field}\\b`).test(alone);
    const large = drawn.filter(asks).toSorted((one, other) => other.text.length - one.text.length)[0]!;
    const small = await reduceOperation(schema, large, async (one) => asks(one));
    expect(asks(small)).toBe(true);
    expect(validate(schema, parse(small.text))).toEqual([]);
    expect(small.text.length).toBeLessThan(400);
    expect(small.text.length).toBeLessThan(large.text.length / 2);
  });
});
