import '../../../gateway/libraries';
import { composeServices } from '@apollo/composition';
import type { GatewayExecutor, GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import { type ExecutionResult, getOperationAST, parse } from 'graphql';
import { createFederation } from '../../../gateway/federation/createFederation';
import type { FederationHooks, PlannedFetch } from '../../../gateway/federation/hooks';
import { type Source, startSource } from './startSource';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])';
const BOEKEN = `${LINK}
  type Query { boek(id: ID!): Boek boeken: [Boek!] }
  type Boek @key(fields: "id") { id: ID! titel: String jaar: Int }`;
const OORDELEN = `${LINK}
  type Boek @key(fields: "id") { id: ID! jaar: Int @external sterren: Int oud: Boolean @requires(fields: "jaar") }`;
const rows = [
  { id: '1', titel: 'Een', jaar: 1890 },
  { id: '2', titel: 'Twee', jaar: 2020 },
];

let boeken: Source;
let oordelen: Source;
let supergraphSdl: string;
const opened: GatewayInterface[] = [];

beforeAll(async () => {
  boeken = await startSource(BOEKEN, {
    Query: { boek: (_: unknown, { id }: { id: string }) => rows.find((row) => row.id === id), boeken: () => rows },
    Boek: { __resolveReference: ({ id }: { id: string }) => rows.find((row) => row.id === id) },
  });
  oordelen = await startSource(OORDELEN, {
    Boek: {
      __resolveReference: (reference: object) => reference,
      sterren: ({ id }: { id: string }) => Number(id) * 2,
      oud: ({ jaar }: { jaar: number }) => jaar < 1900,
    },
  });
  const composed = composeServices(
    [['boeken', boeken] as const, ['oordelen', oordelen] as const].map(([name, { url, typeDefs }]) => ({
      name,
      url,
      typeDefs: parse(typeDefs),
    })),
  );
  supergraphSdl = composed.supergraphSdl!;
});
beforeEach(() => {
  for (const source of [boeken, oordelen]) {
    source.twist((real) => real);
    source.asked();
  }
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.stop()));
});
afterAll(() => Promise.all([boeken.close(), oordelen.close()]));

async function open(hooks?: FederationHooks): Promise<GatewayExecutor> {
  const federation = createFederation({ supergraphSdl, ...(hooks === undefined ? {} : { hooks }) });
  opened.push(federation);
  const { executor } = await federation.load({ apollo: {} });
  return executor!;
}

let hashes = 0;
async function run(
  execute: GatewayExecutor,
  query: string,
  {
    variables = {},
    queryHash = `h${++hashes}`,
    context = {},
  }: { variables?: object; queryHash?: string; context?: unknown } = {},
): Promise<ExecutionResult> {
  const document = parse(query);
  const given = {
    request: { query, variables },
    document,
    operation: getOperationAST(document),
    operationName: null,
    queryHash,
    source: query,
  };
  const rest = { context, schema: {}, metrics: {}, logger: console, cache: new Map(), overallCachePolicy: {} };
  const { data, errors } = await execute({ ...given, ...rest } as unknown as GatewayGraphQLRequestContext);
  return JSON.parse(JSON.stringify({ data, ...(errors === undefined ? {} : { errors }) })) as ExecutionResult;
}

const ALL = '{ boeken { id titel sterren oud } }';
const full = {
  boeken: [
    { id: '1', titel: 'Een', sterren: 2, oud: true },
    { id: '2', titel: 'Twee', sterren: 4, oud: false },
  ],
};

describe('without hooks it is a federation gateway like any other', () => {
  test('it plans over keys and @requires, and executes', async () => {
    expect(await run(await open(), ALL)).toEqual({ data: full });
    expect(oordelen.asked()[0]?.variables['representations']).toEqual([
      { __typename: 'Boek', id: '1', jaar: 1890 },
      { __typename: 'Boek', id: '2', jaar: 2020 },
    ]);
  });

  test('variables, aliases, fragments, and an entity that is not there', async () => {
    const query =
      'query ($id: ID!) { een: boek(id: $id) { ...B } geen: boek(id: "9") { ...B } } fragment B on Boek { t: titel s: sterren }';
    expect(await run(await open(), query, { variables: { id: '2' } })).toEqual({
      data: { een: { t: 'Twee', s: 4 }, geen: null },
    });
  });

  test.each<[string, (real: string) => object, unknown]>([
    ['beside data', (real) => JSON.parse(real) as object, full],
    ['instead of entities', () => ({ data: { _entities: null } }), null],
    ['instead of data', () => ({ data: null }), null],
    ['without data', () => ({}), null],
  ])('what a source says of its errors is passed on: %s', async (_name, answer, data) => {
    const error = { message: 'sterren zijn op', path: ['_entities', 1, 'sterren'], extensions: { code: 'OP' } };
    oordelen.twist((real) => JSON.stringify({ ...answer(real), errors: [error, 'geen fout', { message: 1 }] }));
    const result = await run(await open(), ALL);
    expect(result.data).toEqual(
      data ?? { boeken: rows.map(({ id, titel }) => ({ id, titel, sterren: null, oud: null })) },
    );
    const told = result.errors?.filter(({ message }) => message === error.message);
    expect(told).toMatchObject([{ path: ['boeken', 1, 'sterren'], extensions: { code: 'OP' } }]);
    expect(JSON.stringify(result.errors)).not.toContain('geen fout');

    const behind = await run(await open({}), ALL);
    expect(JSON.stringify(behind)).not.toContain(error.message);
  });

  test('it decides nothing, so that a hub without hooks would be seen at once', async () => {
    const checked: unknown[] = [];
    await run(await open({ checkPlan: (fetches) => checked.push(fetches) }), ALL);
    expect(checked).toHaveLength(1);
  });
});

describe('the hooks', () => {
  test('see every fetch with what it sends along, before any is made', async () => {
    const seen: PlannedFetch[] = [];
    const execute = await open({
      checkPlan: (fetches) => {
        expect([...boeken.asked(), ...oordelen.asked()]).toEqual([]);
        seen.push(...fetches);
      },
    });
    await run(execute, ALL);
    expect(seen.map(({ subgraph }) => subgraph)).toEqual(['boeken', 'oordelen']);
    expect(JSON.stringify(seen[1]?.requires)).toContain('"jaar"');
  });

  test('when the plan check throws, no source is asked anything', async () => {
    const execute = await open({
      checkPlan: () => {
        throw new Error('nee');
      },
    });
    await expect(run(execute, ALL)).rejects.toThrow('nee');
    expect([...boeken.asked(), ...oordelen.asked()]).toEqual([]);
  });

  test('a plan from the cache is checked again, for whoever asks now', async () => {
    const seen: unknown[] = [];
    const execute = await open({ checkPlan: (_fetches, context) => seen.push(context) });
    await run(execute, ALL, { queryHash: 'same', context: 'een' });
    await run(execute, ALL, { queryHash: 'same', context: 'twee' });
    expect(seen).toEqual(['een', 'twee']);
  });

  test('the plan cache is a trap: under one hash the plan of another document is run, so each pruned document needs its own', async () => {
    const execute = await open();
    await run(execute, '{ boeken { id sterren } }', { queryHash: 'trap' });
    oordelen.asked();
    await run(execute, '{ boeken { id } }', { queryHash: 'trap' });
    expect(oordelen.asked()).toHaveLength(1);
    await run(execute, '{ boeken { id } }', { queryHash: 'own' });
    expect(oordelen.asked()).toHaveLength(0);
  });

  test('headers are made over the very body that leaves', async () => {
    const execute = await open({
      headers: async ({ body, subgraph }) => ({ lengte: String(body.length), bron: subgraph }),
    });
    await run(execute, ALL);
    const [fetched] = oordelen.asked();
    const body = JSON.stringify({ query: fetched?.query, variables: fetched?.variables });
    expect(fetched?.headers).toMatchObject({ lengte: String(body.length), bron: 'oordelen' });
  });

  test('a fetch for which no headers can be made is not made', async () => {
    const failed: string[] = [];
    const execute = await open({
      failed: (subgraph) => failed.push(subgraph),
      headers: async ({ subgraph }) => {
        if (subgraph === 'oordelen') throw new Error('ongezien');
        return {};
      },
    });
    const { data } = await run(execute, ALL);
    expect(oordelen.asked()).toEqual([]);
    expect(failed).toEqual(['oordelen']);
    expect(data).toEqual({ boeken: rows.map(({ id, titel }) => ({ id, titel, sterren: null, oud: null })) });
  });

  test('are told out of whose rows a source made its values, of what it was asked and sent; the answer stays what it is', async () => {
    const told: unknown[] = [];
    const execute = await open({ told: (subgraph, verteld) => told.push([subgraph, verteld]) });
    const van = [{ bronhouder: '00000099000000000203', records: ['r'] }];
    const one = (coordinaat: string, id: string) => ({ coordinaat, id, categorie: 'c', van });
    const herkomst = [
      one('Boek.sterren', '1'),
      one('Boek.sterren', '9'),
      one('Boek.oud', '1'),
      { 'Boek.sterren': 'x' },
    ];
    oordelen.twist((real) =>
      JSON.stringify({ ...(JSON.parse(real) as object), extensions: { herkomst, naam: 'Jansen' } }),
    );
    const result = await run(execute, '{ boeken { titel sterren } }');
    expect(result).toEqual({
      data: {
        boeken: [
          { titel: 'Een', sterren: 2 },
          { titel: 'Twee', sterren: 4 },
        ],
      },
    });
    expect(told).toEqual([['oordelen', { herkomst: [one('Boek.sterren', '1')], betreft: [], nietDoorgeven: [] }]]);
    for (const extensions of [null, 7, 'x', [], { herkomst: null }]) {
      oordelen.twist((real) => JSON.stringify({ ...(JSON.parse(real) as object), extensions }));
      expect((await run(execute, '{ boeken { titel sterren } }')).data).toEqual(result.data);
    }
    const nothing = { herkomst: [], betreft: [], nietDoorgeven: [] };
    expect(told.slice(1).every((one) => JSON.stringify(one) === JSON.stringify(['oordelen', nothing]))).toBe(true);
  });

  test('are asked what of each entity is sent, before it is looked at by anybody; the source gets that and nothing else', async () => {
    const seen: unknown[] = [];
    const execute = await open({
      sends: (subgraph, all) =>
        all.map((one) => ({ ...(one as object), ...((one as { id: string }).id === '1' ? { jaar: null } : {}), ...{ van: subgraph } })),
      leaving: async ({ representations }) => {
        seen.push(representations);
      },
    }); // oxfmt-ignore
    const { data } = await run(execute, '{ boeken { id oud } }');
    const sent = rows.map(({ id, jaar }) => ({ __typename: 'Boek', id, jaar: id === '1' ? null : jaar, van: 'oordelen' })); // oxfmt-ignore
    expect(seen).toEqual([[], sent]);
    expect(oordelen.asked().map(({ variables }) => variables)).toEqual([{ representations: sent }]);
    expect(data?.['boeken']).toEqual(rows.map(({ id, jaar }) => ({ id, oud: id === '1' ? true : jaar < 1900 })));
  });

  test('a source that says in another shape what may not be sent on, gave no answer', async () => {
    const failed: string[] = [];
    const told: unknown[] = [];
    const execute = await open({ told: (...one) => told.push(one), failed: (subgraph) => failed.push(subgraph) });
    for (const nietDoorgeven of [{}, [{}], 'alles']) {
      oordelen.twist((real) => JSON.stringify({ ...(JSON.parse(real) as object), extensions: { nietDoorgeven } }));
      const { data } = await run(execute, '{ boeken { id sterren } }');
      expect(data?.['boeken']).toEqual(rows.map(({ id }) => ({ id, sterren: null })));
    }
    expect(told).toEqual([]);
    expect(new Set(failed)).toEqual(new Set(['oordelen']));
    expect(failed).toHaveLength(3);
  });

  test('an address given by the hub goes before that in the supergraph', async () => {
    const execute = await open({ address: (name) => (name === 'oordelen' ? boeken.url : undefined) });
    const { data } = await run(execute, '{ boeken { id sterren } }');
    expect(oordelen.asked()).toEqual([]);
    expect(data).toEqual({ boeken: rows.map(({ id }) => ({ id, sterren: null })) });
  });
});

describe("a source's failure is its own, and its words stay behind", () => {
  const geheim = 'Jan Jansen, geboren 1980';
  const without = { boeken: rows.map(({ id, titel }) => ({ id, titel, sterren: null, oud: null })) };
  const entities =
    (...list: unknown[]) =>
    () =>
      JSON.stringify({ data: { _entities: list } });
  const twists: [string, (real: string) => string, number?][] = [
    ['an HTTP error', () => `{"errors":[{"message":"${geheim}"}]}`, 500],
    ['a redirect', () => '', 302],
    ['errors and no data', () => `{"data":null,"errors":[{"message":"${geheim}"}]}`],
    ['null for data, and no errors', () => '{"data":null}'],
    ['no data at all', () => '{}'],
    ['a list for data', () => '{"data":[]}'],
    ['text for data', () => `{"data":"${geheim}"}`],
    ['what is no JSON', () => `<html>${geheim}</html>`],
    ['half an answer', (real) => real.slice(0, -10)],
    ['nothing for entities', () => '{"data":{}}'],
    ['too few entities', entities({ sterren: 2, oud: true })],
    ['too many entities', entities({ sterren: 2 }, { sterren: 2 }, { titel: geheim })],
    ['text for an entity', entities(geheim, geheim)],
    ['lists for entities', entities([{ sterren: 1 }], [{ sterren: 1 }])],
    ['an HTTP error with a good answer', (real) => real, 500],
    ['an answer too large to read, though a good one', (real) => real + ' '.repeat(17 * 1024 * 1024)],
  ];
  test.each(twists)('%s', async (_name, twist, status = 200) => {
    const failed: string[] = [];
    const execute = await open({ failed: (subgraph) => failed.push(subgraph) });
    oordelen.twist(twist, status);
    const result = await run(execute, ALL);
    expect(result.data).toEqual(without);
    expect(failed).toEqual(['oordelen']);
    expect(JSON.stringify(result)).not.toMatch(/Jansen|html/);
  });

  test('also where the question begins: null without a word why is a failure', async () => {
    const failed: string[] = [];
    const execute = await open({ failed: (subgraph) => failed.push(subgraph) });
    boeken.twist(() => '{"data":null}');
    await run(execute, '{ boeken { id } }');
    expect(failed).toEqual(['boeken']);
  });

  test('errors beside data: what it did answer is there, that it failed is told, what it said is not', async () => {
    const failed: string[] = [];
    const execute = await open({ failed: (subgraph) => failed.push(subgraph) });
    oordelen.twist((real) =>
      real.replace('{"data"', `{"errors":[{"message":"${geheim}","extensions":{"a":"${geheim}"}}],"data"`),
    );
    const result = await run(execute, ALL);
    expect(result.data).toEqual(full);
    expect(failed).toEqual(['oordelen']);
    expect(JSON.stringify(result)).not.toContain('Jansen');
  });

  test('a source that hangs is given up in time', async () => {
    const failed: string[] = [];
    const execute = await open({ failed: (subgraph) => failed.push(subgraph) });
    oordelen.twist(() => null);
    const started = performance.now();
    expect((await run(execute, ALL)).data).toEqual(without);
    expect(performance.now() - started).toBeLessThan(7_000);
    expect(failed).toEqual(['oordelen']);
  }, 10_000);

  test('a source can not speak for another: what it was not asked is dropped before it is merged', async () => {
    const execute = await open();
    oordelen.twist(
      entities(
        { sterren: 2, oud: true, titel: geheim, __typename: 'Query', id: '9' },
        { sterren: 4, oud: false, titel: geheim },
      ),
    );
    expect((await run(execute, ALL)).data).toEqual(full);
  });

  test('keys that reach a prototype are dropped', async () => {
    const execute = await open();
    oordelen.twist(
      () =>
        '{"data":{"_entities":[{"sterren":2,"oud":true,"__proto__":{"besmet":1}},{"constructor":{"prototype":{"besmet":1}},"sterren":4,"oud":false}]}}',
    );
    expect((await run(execute, ALL)).data).toEqual(full);
    expect(({} as { besmet?: number }).besmet).toBeUndefined();
  });
});
