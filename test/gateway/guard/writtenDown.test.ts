import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { Fouten } from '../../../gateway/guard/fouten';
import { type GuardGround, guard } from '../../../gateway/guard/guard';
import { persoonsvelden, recordtypen, workedOut } from '../../../gateway/guard/records';
import { toldBy } from '../../../gateway/guard/writtenUnder';
import { prune } from '../../../gateway/prune/prune';
import type { Beperking } from '../../../schema/domain/beperking';
import type { Selectie, Veld } from '../../../schema/domain/selectie';
import { toHub } from '../prune/schema';
import { small } from '../prune/small';
import type { Json } from './results';

const graph = small(
  `type Query { y: Int zeker: Int! lijst: [Int] wie: Hoofdbetrokkene rij: Rij groep: [Lid!] }
   type Hoofdbetrokkene { id: ID wijk: Int deel: Deel }
   type Rij { id: ID! bronhouder: Int record: ID a: Int b(van: Int): Int c: Int d: Int deel: Deel ander: Int }
   type Deel { a: Int dieper: Deel }
   type Lid1 { bronhouder: Int record: ID a: Int }
   union Lid = Lid1`,
  {
    ...{ 'Query.y': ['police'], 'Query.zeker': ['police'], 'Query.lijst': ['police'], 'Query.wie': ['police'] },
    ...{ 'Query.rij': ['police'], 'Query.groep': ['police'], 'Hoofdbetrokkene.wijk': ['police'] },
    ...{ 'Rij.bronhouder': ['police'], 'Rij.record': ['police'], 'Rij.a': ['police'], 'Rij.b': ['police'] },
    ...{ 'Rij.c': ['police'], 'Rij.d': ['police'], 'Rij.deel': ['police'], 'Rij.ander': ['care'] },
    ...{ 'Deel.a': ['police'], 'Deel.dieper': ['police'] },
    ...{ 'Lid1.bronhouder': ['police'], 'Lid1.record': ['police'], 'Lid1.a': ['police'] },
  },
);

const ground = (uitval: readonly string[] = []): GuardGround => ({
  schema: graph.schema,
  hosts: new Map([['police', 'in'], ['care', 'in']]),
  sourceOf: () => 'police',
  herkomsten: { find: () => [], betreft: () => null },
  uitval: new Set(uitval),
  ontbreekt: () => false,
}); // oxfmt-ignore

/** Gives one field these grants in place of that of `in`. */
function granting(selectie: Selectie, coordinaat: string, grants: readonly (readonly [string, readonly Beperking[]])[]): Selectie {
  const given = grants.map(([bronhouder, beperkingen]) => ({ categorie: 'x', bronhouder, beperkingen, eigen: false, voorwaarden: [], artikel: 'WGS 1' })); // oxfmt-ignore
  const typen = [...selectie.typen].map(([type, velden]): [string, Veld[]] => [
    type,
    velden.map((veld) =>
      veld.coordinaat === coordinaat && veld.besluit?.uitkomst === 'ALLOW'
        ? { ...veld, besluit: { ...veld.besluit, toekenningen: given } }
        : veld,
    ),
  ]);
  return { ...selectie, typen: new Map(typen) };
} // oxfmt-ignore

function ask(
  source: string,
  result: Json,
  uitval: readonly string[] = [],
  grants: readonly (readonly [string, readonly Beperking[]])[] | null = null,
) {
  const asked = prune(graph.schema, graph.read(source), graph.beslist());
  const field = asked.selectie.typen.get('Query')?.[0]?.coordinaat ?? '';
  const selectie = grants === null ? asked.selectie : granting(asked.selectie, field, grants);
  const bewaakt = guard(ground(uitval), selectie, 'Query', toHub(asked.selectie, result));
  return {
    ...bewaakt,
    data: JSON.parse(JSON.stringify(bewaakt.data)) as Json | null,
    lines: bewaakt.verstrekkingen.map((one) => `${one.bronhouder} ${one.coordinaat} ${String(one.persoon)} ${String(one.aantal)}`), // oxfmt-ignore
  };
}

describe('what is in the answer is what is written down', () => {
  test('an answer that is null as a whole gave nothing of what stood in it before', () => {
    expect(ask('{ y zeker }', { y: 1, zeker: null })).toMatchObject({
      data: null,
      lines: [],
      fouten: [{ code: 'HUB_PARTNER_ONBEREIKBAAR', pad: ['zeker'], subgraaf: 'police' }],
    });
    expect(ask('{ y zeker }', { y: 1, zeker: 2 }).lines).toEqual(['in Query.y null 1', 'in Query.zeker null 1']);
  });

  test('of a list of which nothing may pass, that it is empty is not told', () => {
    const held = ask('{ lijst }', { lijst: [1, 2] }, [], [['uit', []]]);
    expect(held).toMatchObject({ data: { lijst: [] }, lines: [], tegengehouden: ['Query.lijst'] });
  });

  test('an empty list of values tells of its place only, whoever else grants such a list', () => {
    const grants = [['in', []], ['uit', []]] as const; // oxfmt-ignore
    expect(ask('{ lijst }', { lijst: [] }, [], grants).lines).toEqual(['in Query.lijst null 0']);
  });

  test('so does an empty list of a union: what would have stood in it has grants of its own', () => {
    const grants = [['in', []], ['uit', []]] as const; // oxfmt-ignore
    expect(ask('{ groep { ... on Lid1 { a } } }', { groep: [] }, [], grants).lines).toEqual(['in Query.groep null 0']);
  });

  test.each([
    ['null', { y: null }],
    ['not there', {}],
  ])('of a source that failed, a value that is %s is missed', (_what, result) => {
    expect(ask('{ y }', result, ['police'])).toMatchObject({
      data: { y: null },
      fouten: [{ code: 'HUB_PARTNER_ONBEREIKBAAR', pad: ['y'], subgraaf: 'police' }],
      lines: [],
    });
    expect(ask('{ y }', result, ['care']).fouten).toEqual([]);
  });

  test('a person is named by a text, and by nothing else', () => {
    const named = (id: unknown) => ask('{ wie { wijk } }', { wie: { ketenhub_id: id, wijk: 1 } }).lines;
    expect(named('p')).toEqual(['in Query.wie p 1', 'in Hoofdbetrokkene.wijk p 1']);
    for (const none of [7, null, { id: 'p' }, ['p'], undefined])
      expect(named(none)).toEqual(['in Query.wie null 1', 'in Hoofdbetrokkene.wijk null 1']);
  });

  test('a person with an odd name is nobody else, and no casus', () => {
    const one = (id: unknown) => `p${String(id)}: wie { wijk }`;
    const source = `{ ${['a', 'b', 'c'].map(one).join(' ')} }`;
    const { lines } = ask(source, {
      pa: { ketenhub_id: 'null', wijk: 1 },
      pb: { ketenhub_id: 7, wijk: 1 },
      pc: { ketenhub_id: '', wijk: 1 },
    });
    expect(lines.filter((line) => line.includes('wijk')).sort()).toEqual([
      'in Hoofdbetrokkene.wijk  1',
      'in Hoofdbetrokkene.wijk null 1',
      'in Hoofdbetrokkene.wijk null 1',
    ]);
  });
});

describe('the digest of a record', () => {
  const rij: Json = { ketenhub_id: 'i', ketenhub_bronhouder: 'in', ketenhub_record: 'r', ketenhub_bronhouder_police: 'in' }; // oxfmt-ignore
  const of = (selection: string, values: Json): string => {
    const { verstrekkingen } = ask(`{ rij { ${selection} } }`, { rij: { ...rij, ...values } });
    const [record] = verstrekkingen.find(({ coordinaat }) => coordinaat === 'Query.rij')?.records ?? [];
    return record?.inhoud ?? '';
  };
  const digest = (content: object): string =>
    createHash('sha256').update(JSON.stringify(['Rij', 'r', content])).digest('hex').slice(0, 32); // oxfmt-ignore

  test('is of its fields by name, in whatever order they were asked', () => {
    const values = { a: 1, b: 2, c: 3, d: 4 };
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (names) => {
        expect(of(names.join(' '), values)).toBe(digest(values));
      }),
      { numRuns: 30 },
    );
  });

  test('is not of what names it, nor of its type', () => {
    expect(of('a id record __typename bronhouder', { a: 1, id: 'i', record: 'r', bronhouder: 5 })).toBe(
      digest({ a: 1, bronhouder: 5 }),
    );
  });

  test('is not of what another source adds to it', () => {
    expect(of('a ander', { a: 1, ander: 9 })).toBe(digest({ a: 1 }));
    expect(of('ander', { ander: 9 })).toBe(digest({}));
  });

  test('is of a field that was asked for in two ways, both ways', () => {
    expect(of('een: b(van: 1) twee: b(van: 2)', { een: 1, twee: 2 })).toBe(digest({ b: [1, 2] }));
    expect(of('een: b(van: 1) twee: b(van: 2)', { een: 1, twee: 1 })).toBe(digest({ b: 1 }));
    expect(of('een: b twee: b drie: b', { een: 1, twee: null, drie: 1 })).toBe(digest({ b: 1 }));
  });

  test('is of the parts in it, by their own names, whatever the client called them', () => {
    const deel = { a: 1, dieper: { a: 2, dieper: null } };
    const content = { deel: { a: 1, dieper: { a: 2 } } };
    expect(of('deel { a dieper { a dieper { a } } }', { deel })).toBe(digest(content));
    expect(of('x: deel { p: a q: dieper { r: a } }', { x: { p: 1, q: { r: 2 } } })).toBe(digest(content));
    expect(of('deel { a }', { deel: { a: 3 } })).toBe(digest({ deel: { a: 3 } }));
  });

  test('of a row that stands nowhere in the answer is of what was made of it', () => {
    const { inhoud, ...name } = workedOut('Hoofdbetrokkene.beeld', 'r', 'HOOG').toRegel();
    expect(name).toEqual({ type: 'Hoofdbetrokkene.beeld', verwijzing: 'r' });
    const text = JSON.stringify(['Hoofdbetrokkene.beeld', 'r', { beeld: 'HOOG' }]);
    expect(inhoud).toBe(createHash('sha256').update(text).digest('hex').slice(0, 32));
  });
});

describe('what the register can name', () => {
  const schema = buildSchema(`type Query { x: Int }
    type Hoofdbetrokkene { id: ID! bronhouder: Int wijk: Int rijen: [Rij] beeld: Int! }
    type Kringlid { telefoon: Int }
    type Casus { id: ID! bronhouder: Int kenmerk: Int soort: Soort leden: [Int] }
    type Rij { bronhouder: Int record: ID }
    type Los { bronhouder: Int x: Int }
    type Deel { id: ID! x: Int }
    type Professional { naam: Deel }
    enum Soort { A }`);

  test('records with a name of their own, and plain values of an entity', () => {
    expect(recordtypen(schema).sort()).toEqual(
      ['Casus', 'Hoofdbetrokkene.beeld', 'Hoofdbetrokkene.wijk', 'Kringlid.telefoon', 'Rij'].sort(),
    );
  });

  test('what stands on a person himself', () => {
    expect(persoonsvelden(schema).sort()).toEqual([
      'Hoofdbetrokkene.beeld',
      'Hoofdbetrokkene.rijen',
      'Hoofdbetrokkene.wijk',
      'Kringlid.telefoon',
      'Professional.naam',
    ]);
    expect(persoonsvelden(buildSchema('type Query { x: Int } union Kringlid = Query'))).toEqual([]);
  });
});

test('no source says by whom an object is given: that says it itself', () => {
  const told = { find: () => [{ bronhouder: 'in', records: ['r'] }], betreft: () => null };
  const plaats = { pad: [], bronhouder: 'in', subgraaf: 'police' as const, samen: false, persoon: null, record: null };
  const entiteit = { id: 'p', bronhouder: 'in', subgraaf: 'police' as const };
  const [veld] = prune(graph.schema, graph.read('{ rij { a deel { a } } }'), graph.beslist()).selectie.typen.get('Query')!; // oxfmt-ignore
  const [a, deel] = veld!.onder!.typen.get('Rij')!;
  const by = (one: Veld, at: typeof entiteit | null) =>
    toldBy({ sourceOf: () => 'police', herkomsten: told }, one, { ...plaats, entiteit: at }, 'x').map(({ records }) => records); // oxfmt-ignore
  expect({ a: by(a!, entiteit), deel: by(deel!, entiteit), nowhere: by(a!, null) }).toEqual({
    a: [['r']],
    deel: [],
    nowhere: [],
  });
});

describe('faults', () => {
  test('that a list lacks something is told once, whatever else went wrong', () => {
    const fouten = new Fouten();
    fouten.unreachable(['a'], 'care');
    fouten.incomplete(['b'], 'care');
    fouten.incomplete(['b'], 'care');
    fouten.incomplete(['b'], null);
    expect(fouten.alle.map(({ code, pad }) => `${code} ${pad.join('.')}`)).toEqual([
      'HUB_PARTNER_ONBEREIKBAAR a',
      'HUB_PARTNER_ONBEREIKBAAR b',
      'HUB_ONBESLIST b',
    ]);
  });

  test('null where none may be is told where it arose, and what was undecided there does not stand for it', () => {
    const fouten = new Fouten();
    fouten.undecided(['a', 'b']);
    fouten.lacks(['a'], 'care');
    fouten.lacks(['a'], 'care');
    fouten.lacks([], null);
    expect(fouten.alle.map(({ code, pad }) => `${code} ${pad.join('.')}`)).toEqual([
      'HUB_ONBESLIST a.b',
      'HUB_PARTNER_ONBEREIKBAAR a',
    ]);
  });
});
