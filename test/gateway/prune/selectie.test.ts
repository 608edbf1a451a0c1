import { GraphQLError, print } from 'graphql';
import { prune } from '../../../gateway/prune/prune';
import { small } from './small';

const graph = small(
  `type Query { groep: [Lid!] ander: B zelf: B soorten: [Soort!] delen: [Deel!] }
   union Lid = B | C | Naamloos
   type Naamloos { z: Int }
   interface Soort { x(a: Int, b: Int): Int }
   interface Deel { x: Int }
   type B implements Soort { id: ID! bronhouder: Int x(a: Int, b: Int): Int sleutel: Int! los(a: Int): Int }
   type C { id: ID bronhouder: Int y: Int }
   type D implements Soort { id: ID! x(b: Int, a: Int): Int }
   type E implements Deel { x: Int }
   type F implements Deel { x: Int }`,
  {
    'Query.groep': ['municipality'],
    'Query.ander': ['municipality'],
    'Query.zelf': ['police'],
    'Query.soorten': ['municipality'],
    'Query.delen': ['municipality'],
    'B.bronhouder': ['police'],
    'B.x': ['police'],
    'C.bronhouder': ['care'],
    'C.y': ['care'],
    'D.x': ['municipality'],
    'E.x': ['municipality'],
    'F.x': ['municipality'],
  },
);

function ask(source: string, ...refused: string[]) {
  const { document, weigeringen, gevraagd, selectie } = prune(graph.schema, graph.read(source), graph.beslist(...refused)); // oxfmt-ignore
  return {
    text: document === null ? null : print(document).replace(/\s+/g, ' ').trim(),
    told: weigeringen.map(({ pad, coordinaat, besluit: { reden } }) => `${pad.join('.')} ${coordinaat} ${reden}`),
    asked: gevraagd.coordinaten,
    ways: gevraagd.argumenten,
    selectie,
  };
}

describe('only the key of an entity goes undecided', () => {
  test.each([
    ['a field that nobody classified, also one that is never null', '{ zelf { sleutel } }', 'B.sleutel'],
    ['an id that can be null, which is no key', '{ groep { ... on C { id } } }', 'C.id'],
  ])('%s', (_what, source, coordinate) => {
    const { told, text } = ask(source);
    expect(told).toEqual([expect.stringContaining(` ${coordinate} ROL_NIET_GEDEKT`)]);
    expect(text).not.toContain(coordinate.split('.')[1] === 'id' ? 'C { ketenhub_0: id' : 'sleutel');
  });

  test('the key itself goes', () => {
    expect(ask('{ zelf { id } }')).toMatchObject({
      told: [],
      text: '{ ketenhub_0: zelf { ketenhub_id: id ketenhub_bronhouder: bronhouder ketenhub_1: id } }',
    });
  });
});

describe('what nobody classified', () => {
  test('is refused, also with an argument, and names no category', () => {
    const { weigeringen } = prune(graph.schema, graph.read('{ zelf { los(a: 1) } }'), graph.beslist());
    expect(weigeringen).toMatchObject([{ coordinaat: 'B.los', besluit: { uitkomst: 'DENY', categorieen: [] } }]);
  });

  test('is no member of a union either', () => {
    const { weigeringen } = prune(graph.schema, graph.read('{ groep { ... on Naamloos { z } } }'), graph.beslist());
    const besluit = { uitkomst: 'DENY', reden: 'NIET_GECLASSIFICEERD', artikel: null, categorieen: [] };
    expect(weigeringen).toEqual([{ pad: ['groep', '@'], coordinaat: 'Naamloos', besluit }]);
  });
});

test('of two questions at once, one that is refused does not take the other with it', () => {
  expect(ask('{ zelf { x } ander { x } }', 'Query.ander')).toMatchObject({
    text: '{ ketenhub_0: zelf { ketenhub_id: id ketenhub_bronhouder: bronhouder ketenhub_1: x } }',
    told: ['ander Query.ander ROL_NIET_GEDEKT'],
  });
});

test('an argument that may be given leaves the grants of its field what they are', () => {
  const asked = graph.read('{ zelf { x(a: 1) } }');
  const beslist = graph.beslist();
  const own = beslist.coordinaat('B.x');
  const categorie = () => ({ uitkomst: 'ALLOW', artikel: 'ander', toekenningen: [], categorieen: ['x'] }) as const;
  const { selectie } = prune(graph.schema, asked, { ...beslist, categorie });
  expect(selectie.typen.get('Query')?.[0]?.onder?.typen.get('B')?.[0]?.besluit).toEqual(own);
});

describe('a record that its source only refers to', () => {
  test('may be refused, and that is not told: nothing but the reference was asked', () => {
    expect(ask('{ ander { x id } }', 'B.bronhouder')).toMatchObject({
      told: [],
      asked: ['Query.ander'],
      text: '{ ketenhub_0: ander { ketenhub_type: __typename } }',
    });
  });

  test('is asked by whom it is, under a key of its source', () => {
    expect(ask('{ ander { x } }').text).toBe(
      '{ ketenhub_0: ander { ketenhub_id: id ketenhub_bronhouder_police: bronhouder ketenhub_1: x } }',
    );
  });

  test('stands beside those of the source itself', () => {
    const { text, selectie } = ask('{ soorten { x } }');
    expect(text).toBe(
      '{ ketenhub_0: soorten { ketenhub_type: __typename ... on B { ketenhub_id: id ketenhub_bronhouder_police: bronhouder ketenhub_1: x } ... on D { ketenhub_id: id ketenhub_1: x } } }',
    );
    expect([...(selectie.typen.get('Query')![0]!.onder?.leden?.keys() ?? [])]).toEqual(['B']);
  });
});

test('of a member, what is told as asked is its type, and no way with arguments', () => {
  expect(ask('{ groep { ... on C { y } ... on B { x(a: 1) } } }')).toMatchObject({
    asked: ['B', 'B.x', 'C', 'C.y', 'Query.groep'],
    ways: ['B.x(a)'],
  });
});

test('a kind of which nothing may be asked is not in the selection', () => {
  expect(ask('{ delen { x } }', 'E.x').text).toBe(
    '{ ketenhub_0: delen { ketenhub_type: __typename ... on F { ketenhub_1: x } } }',
  );
  expect(ask('{ delen { x } }', 'E.x', 'F.x').text).toBe('{ ketenhub_0: delen { ketenhub_type: __typename } }');
});

test('the same arguments in another order are one question', () => {
  const { text } = ask('{ soorten { ... on B { k: x(a: 1, b: 2) } ... on D { k: x(b: 2, a: 1) } } }');
  expect(text?.match(/ketenhub_1: x/g)).toHaveLength(2);
  const apart = ask('{ soorten { ... on B { k: x(a: 1) } ... on D { k: x(a: 2) } } }').text;
  expect(apart).toMatch(/ketenhub_1: x\(a: 1\).*ketenhub_2: x\(a: 2\)/);
});

test('a field that its type has not is no question that can be worked out', () => {
  expect(() => ask('{ zelf { onbekend } }')).toThrow('no such field on B');
});

test('null where none may be is told of the field, as bad input', () => {
  const strict = small('type Query { x(a: Int! = 1): Int }', { 'Query.x': ['police'] });
  const gevraagd = strict.read('query ($a: Int = 1) { x(a: $a) }', { a: null });
  let thrown: unknown;
  try {
    prune(strict.schema, gevraagd, strict.beslist());
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(GraphQLError);
  expect(thrown).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, nodes: [{ name: { value: 'x' } }] });
});
