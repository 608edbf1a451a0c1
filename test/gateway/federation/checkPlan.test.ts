import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { buildSchema } from 'graphql';
import { type PlanGrants, Planfout, checkFetch } from '../../../gateway/federation/checkPlan';
import type { PlannedFetch } from '../../../gateway/federation/hooks';
import { plannedFetches } from '../../../gateway/federation/plannedFetches';
import { labels, schema } from '../prune/schema';

const sourceOf = (categorie: string): string =>
  categorie.startsWith('politie.') ? 'police' : /^(zorg|veiligthuis)\./.test(categorie) ? 'care' : 'municipality';
const grants = (changes: Partial<PlanGrants> = {}): PlanGrants => ({
  labels,
  sourceOf,
  mayRead: () => true,
  mayReceive: () => true,
  ...changes,
});
const without = (...coordinates: string[]) => grants({ mayRead: (naam) => !coordinates.includes(naam) });
const fetchOf = (
  operation: string,
  subgraph = 'municipality',
  requires: QueryPlanSelectionNode[] = [],
): PlannedFetch => ({ subgraph, operation, requires });
const check = (fetch: PlannedFetch, given = grants()) => checkFetch(schema, fetch, given);
const field = (name: string, selections?: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'Field',
  name,
  ...(selections && { selections }),
});
const on = (typeCondition: string | undefined, ...selections: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'InlineFragment',
  ...(typeCondition === undefined ? {} : { typeCondition }),
  selections,
});
const key = on('Hoofdbetrokkene', field('__typename'), field('id'));
const entities = (inside: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${inside} } }`;

describe('a fetch asks only what is granted', () => {
  test('what is granted passes, and its categories are what the delegation may hold', () => {
    const { asked } = check(fetchOf('{ casus(id: "c") { __typename id kenmerk tafel { rol } } }'));
    expect([...asked].sort()).toEqual(['casus.kern', 'casus.tafel']);
    expect([
      ...check(fetchOf(entities('... on Hoofdbetrokkene { verdenkingen { feit } }'), 'police', [key])).asked,
    ]).toEqual(['politie.verdenkingen']);
  });

  test.each<[string, string, PlanGrants]>([
    ['a denied field', '{ casus(id: "c") { regie } }', without('Casus.regie')],
    ['a denied field behind an alias', '{ casus(id: "c") { kenmerk: regie } }', without('Casus.regie')],
    ['a denied root', '{ casus(id: "c") { id } }', without('Query.casus')],
    ['a denied field below', '{ casus(id: "c") { tafel { naam } } }', without('Tafelgenoot.naam')],
    [
      'a denied field of one kind, by the interface',
      '{ casus(id: "c") { personen { weergavenaam } } }',
      without('Professional.weergavenaam'),
    ],
    [
      'a denied field of the first kind, by the interface',
      '{ casus(id: "c") { personen { weergavenaam } } }',
      without('Hoofdbetrokkene.weergavenaam'),
    ],
    [
      'a denied field in a fragment on its kind',
      '{ casus(id: "c") { personen { ... on Kringlid { telefoon } } } }',
      without('Kringlid.telefoon'),
    ],
    [
      'a denied field in a fragment without a type',
      '{ casus(id: "c") { ... { ... { regie } } } }',
      without('Casus.regie'),
    ],
    ['a denied field that is skipped', '{ casus(id: "c") { regie @skip(if: true) } }', without('Casus.regie')],
    [
      'a denied field of an entity',
      entities('... on Kringlid { bekendBijPolitie }'),
      without('Kringlid.bekendBijPolitie'),
    ],
    ['a field that the graph has not', '{ casus(id: "c") { geheim } }', grants()],
    ['fields of an entity of no type', entities('id'), grants()],
    ['fields of a type that the graph has not', entities('... on Buurman { id }'), grants()],
    ['a named fragment', '{ casus(id: "c") { ...F } } fragment F on Casus { id }', grants()],
    ['a spread without its fragment', '{ casus(id: "c") { ...F } }', grants()],
    ['a mutation, where the graph has none', 'mutation { sluit }', grants()],
    [
      'a second operation with a denied field',
      'query A { casus(id: "c") { id } } query B { casus(id: "c") { regie } }',
      without('Casus.regie'),
    ],
    ['entities asked below the root', '{ casus(id: "c") { _entities { ... on Casus { id } } } }', grants()],
    ['a service asked for its SDL', '{ _service { sdl } }', grants()],
  ])('%s', (_name, operation, given) => expect(() => check(fetchOf(operation), given)).toThrow(Planfout));

  test('an id that is no key of its type', () => {
    const small = buildSchema('type Query { boek: Boek } type Boek { id: ID! titel: String }');
    const label = {
      coordinaat: '',
      categorieen: ['casus.kern'],
      subgraaf: 'municipality',
      vraagt: [],
      argumenten: {},
    } as const;
    const known = new Map([
      ['Query.boek', label],
      ['Boek.id', label],
    ]);
    const given = grants({ labels: known, mayRead: (naam) => naam !== 'Boek.id' });
    expect(() => checkFetch(small, fetchOf('{ boek { id } }'), given)).toThrow(Planfout);
  });

  test('below an interface each kind goes its own way', () => {
    const small = buildSchema(`type Query { p: P } interface P { b: B } interface B { x: Int }
      type P1 implements P { b: B1 } type P2 implements P { b: B2 } type B1 implements B { x: Int } type B2 implements B { x: Int }`);
    const label = {
      coordinaat: '',
      categorieen: ['casus.kern'],
      subgraaf: 'municipality',
      vraagt: [],
      argumenten: {},
    } as const;
    const all = grants({ labels: { get: () => label } as never, mayRead: (naam) => naam !== 'B1.x' });
    expect(() => checkFetch(small, fetchOf('{ p { b { x } } }'), all)).toThrow('B1.x');
  });

  describe('of a union', () => {
    const tijdlijn = (inside: string) => fetchOf(`{ casus(id: "c") { tijdlijn { __typename ${inside} } } }`);

    test('what is asked of a member says of which categories the source may tell that there is one', () => {
      const asked = (inside: string) => [...check(tijdlijn(inside)).asked].sort();
      expect(asked('')).toEqual(['casus.kern', 'casus.tijdlijn']);
      expect(asked('... on Politieadvies { __typename id } ... on Doeltoets { datum }')).toEqual([
        'casus.doeltoets',
        'casus.kern',
        'casus.tijdlijn',
        'politie.advies',
      ]);
      expect(asked('... on Gebeurtenis { ... on Zorgadvies { id } }')).toContain('zorg.advies');
    });

    test.each([
      ['its key', '... on Politieadvies { id }'],
      ['its type', '... on Politieadvies { __typename }'],
      ['a field that is granted', '... on Politieadvies { datum }'],
      ['its key, in a fragment on the union', '... on Gebeurtenis { ... on Politieadvies { id } }'],
      ['its key, in a fragment without a type', '... { ... { ... on Politieadvies { id } } }'],
      ['its key, behind a condition', '... on Politieadvies @skip(if: true) { id }'],
    ])('of a denied member not even %s', (_name, inside) => {
      expect(() => check(tijdlijn(inside), without('Politieadvies.bronhouder'))).toThrow('Politieadvies.bronhouder');
      expect(() => check(tijdlijn(inside))).not.toThrow();
    });

    test('a fragment on an interface asks each member that has it', () => {
      const small = buildSchema(`type Query { u: U } interface I { bronhouder: ID } union U = A | B | C
        type A implements I { bronhouder: ID } type B implements I { bronhouder: ID } type C { x: Int }
        type D implements I { bronhouder: ID }`);
      const label = { coordinaat: '', subgraaf: 'municipality', vraagt: [], argumenten: {} } as const;
      const known = new Map(
        ['Query.u', 'A.bronhouder', 'B.bronhouder', 'D.bronhouder'].map((naam) => [
          naam,
          { ...label, categorieen: [naam] },
        ]),
      );
      const given = (denied: string) => grants({ labels: known, mayRead: (naam) => naam !== denied });
      const fetch = fetchOf('{ u { ... on I { __typename } } }');
      expect([...checkFetch(small, fetch, given('')).asked]).toEqual(['Query.u', 'A.bronhouder', 'B.bronhouder']);
      expect(() => checkFetch(small, fetch, given('B.bronhouder'))).toThrow('B.bronhouder');
      // A member without a bronhouder can't be granted.
      expect(() => checkFetch(small, fetchOf('{ u { ... on C { __typename } } }'), given(''))).toThrow('C.bronhouder');
    });
  });

  test('the fault names the coordinate and nothing else', () => {
    expect(() => check(fetchOf('{ casus(id: "Jan") { regie } }'), without('Casus.regie'))).toThrow(
      'Casus.regie would be asked, ungranted',
    );
  });
});

describe('a fetch carries only what its host may have', () => {
  const police = fetchOf(entities('... on Hoofdbetrokkene { verdenkingen { feit } }'), 'police', [key]);
  const care = (...sent: QueryPlanSelectionNode[]) =>
    fetchOf(entities('... on Hoofdbetrokkene { veiligheidsbeeld }'), 'care', sent);
  const receives = (...told: string[]) =>
    grants({ mayReceive: (subgraph, categorie) => told.includes(`${subgraph} ${categorie}`) });

  test('a key passes where its category may be told', () => {
    expect(() => check(police, receives('police casus.betrokkenheid'))).not.toThrow();
    expect(() => check(police, receives('care casus.betrokkenheid'))).toThrow(Planfout);
  });

  test('a key sent home tells nothing new', () => {
    const home = fetchOf(entities('... on Hoofdbetrokkene { wijk }'), 'municipality', [key]);
    expect(() => check(home, receives())).not.toThrow();
  });

  test('each kind has a category of its own', () => {
    const kring = fetchOf(entities('... on Kringlid { bekendBijPolitie }'), 'police', [
      on('Kringlid', field('__typename'), field('id')),
    ]);
    expect(() => check(kring, receives('police casus.betrokkenheid'))).toThrow(Planfout);
    expect(() => check(kring, receives('police casus.kring'))).not.toThrow();
  });

  test('the key of an advies tells that this casus is looked at', () => {
    const advies = (subgraph: string, type: string) =>
      fetchOf(entities(`... on ${type} { bronhouder }`), subgraph, [on(type, field('__typename'), field('id'))]);
    for (const [subgraph, type] of [
      ['police', 'Politieadvies'],
      ['care', 'Zorgadvies'],
    ] as const) {
      expect(() => check(advies(subgraph, type), receives(`${subgraph} casus.kern`))).not.toThrow();
      expect(() => check(advies(subgraph, type), receives(`${subgraph} casus.betrokkenheid`))).toThrow('casus.kern');
    }
  });

  test('what @requires brings along passes where its own category may be told too', () => {
    const sent = on('Hoofdbetrokkene', field('__typename'), field('id'), field('veiligheidsrisico'));
    expect(() => check(care(sent), receives('care casus.betrokkenheid'))).toThrow('politie.risico');
    expect(() => check(care(sent), receives('care politie.risico'))).toThrow('casus.betrokkenheid');
    expect(() => check(care(sent), receives('care casus.betrokkenheid', 'care politie.risico'))).not.toThrow();
  });

  test.each<[string, QueryPlanSelectionNode]>([
    ['a field of no known type', field('id')],
    ['a field in a fragment of no known type', on(undefined, field('id'))],
    ['the id of what is no person or casus', on('Incident', field('id'))],
    ['a field that the graph has not', on('Hoofdbetrokkene', field('buurman'))],
    ['nested @requires', on('Hoofdbetrokkene', field('verdenkingen', [field('feit')]))],
  ])('%s is refused', (_name, sent) => expect(() => check(care(sent))).toThrow(Planfout));

  test('under the name of an interface any kind of it can be sent (@interfaceObject)', () => {
    const kinds = ['casus.betrokkenheid', 'casus.kring', 'casus.professionals'].map((one) => `police ${one}`);
    const asOne = fetchOf(entities('... on Persoon { id }'), 'police', [
      on('Persoon', field('__typename'), field('id')),
    ]);
    expect(() => check(asOne, receives(...kinds))).not.toThrow();
    for (const lacking of kinds) {
      const told = receives(...kinds.filter((one) => one !== lacking));
      expect(() => check(asOne, told)).toThrow(lacking.split(' ')[1]);
    }
    const named = on('Persoon', field('__typename'), field('id'), field('weergavenaam'));
    const withName = fetchOf(entities('... on Persoon { id }'), 'police', [named]);
    expect(() => check(withName, receives(...kinds))).toThrow('weergavenaam would be sent to police');
    expect(() => check(withName, receives(...kinds, 'police persoon.naam'))).toThrow('weergavenaam');
    const none = buildSchema('type Query { casus: Int } interface Niemand { id: ID! }');
    const ofNone = { subgraph: 'police', operation: '{ casus }', requires: [on('Niemand', field('id'))] };
    expect(() =>
      checkFetch(none, ofNone, grants({ labels: { get: () => labels.get('Query.casus') } as never })),
    ).toThrow('of no kind');
    const home = fetchOf(entities('... on Persoon { weergavenaam }'), 'municipality', [named]);
    expect(() => check(home, receives())).not.toThrow();
  });

  test('in a fragment of a fragment the nearest type counts', () => {
    const sent = on('Hoofdbetrokkene', on(undefined, field('veiligheidsrisico')));
    expect(() => check(care(sent), receives('care casus.betrokkenheid'))).toThrow('politie.risico');
  });
});

describe('every fetch of a plan is seen', () => {
  const fetch = (serviceName: string) => ({ kind: 'Fetch', serviceName, operation: '{ x }' });
  const seen = (node: object) => plannedFetches({ kind: 'QueryPlan', node } as never).map(({ subgraph }) => subgraph);

  test('in sequence, in parallel, flattened, and on both sides of a condition', () => {
    const flat = { kind: 'Flatten', path: [], node: fetch('c') };
    const condition = {
      kind: 'Condition',
      condition: 'x',
      ifClause: fetch('d'),
      elseClause: { kind: 'Parallel', nodes: [fetch('e')] },
    };
    expect(
      seen({ kind: 'Sequence', nodes: [fetch('a'), { kind: 'Parallel', nodes: [fetch('b'), flat] }, condition] }),
    ).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(plannedFetches({ kind: 'QueryPlan' } as never)).toEqual([]);
  });

  test.each(['Defer', 'Subscription'])('%s can not be checked, so it is not run', (kind) => {
    expect(() => seen({ kind: 'Sequence', nodes: [{ kind }] })).toThrow(kind);
  });
});
