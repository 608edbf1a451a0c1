import '../../../gateway/libraries';
import { composeServices } from '@apollo/composition';
import type { GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import { getOperationAST, parse } from 'graphql';
import { createFederation } from '../../../gateway/federation/createFederation';
import type { FederationHooks, PlannedFetch } from '../../../gateway/federation/hooks';
import { type Source, startSource } from './startSource';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const EIGEN = `${LINK} type Query { regels(soort: String): [Regel!] } type Regel { naam: String }`;
const BOEKEN = `${LINK} type Query { boek: String }`;

describe('a part of the graph that is answered here', () => {
  let boeken: Source;
  let supergraphSdl: string;
  const opened: GatewayInterface[] = [];
  beforeAll(async () => {
    boeken = await startSource(BOEKEN, { Query: { boek: () => 'Een' } });
    const parts = [
      { name: 'boeken', url: boeken.url, typeDefs: parse(BOEKEN) },
      // Anybody who were asked here would have to be on this address.
      { name: 'eigen', url: boeken.url, typeDefs: parse(EIGEN) },
    ];
    supergraphSdl = composeServices(parts).supergraphSdl!;
  });
  beforeEach(() => void boeken.asked());
  afterEach(() => Promise.all(opened.splice(0).map((one) => one.stop())));
  afterAll(() => boeken.close());

  const run = async (hooks: FederationHooks, query: string, variables: object = {}) => {
    const federation = createFederation({ supergraphSdl, hooks });
    opened.push(federation);
    const { executor } = await federation.load({ apollo: {} });
    const document = parse(query);
    const given = {
      request: { query, variables },
      document,
      operation: getOperationAST(document),
      operationName: null,
      queryHash: query,
      source: query,
      context: 'wie',
    };
    const rest = { schema: {}, metrics: {}, logger: console, cache: new Map(), overallCachePolicy: {} };
    const { data } = await executor!({ ...given, ...rest } as unknown as GatewayGraphQLRequestContext);
    return JSON.parse(JSON.stringify(data)) as unknown;
  };
  const QUERY = 'query ($soort: String) { mijn: regels(soort: $soort) { naam } boek }';

  test('is given its operation, variables and the context, and nobody is asked over the network', async () => {
    const asked: unknown[] = [];
    const regels = [{ naam: 'een' }];
    const eigen = async (fetch: { operation: string; variables: object }, context: unknown) => {
      asked.push([fetch.operation, fetch.variables, context]);
      return { mijn: regels };
    };
    const data = await run({ local: { eigen } }, QUERY, { soort: 'x' });
    expect(data).toEqual({ mijn: regels, boek: 'Een' });
    expect(asked).toEqual([[expect.stringContaining('mijn:regels(soort:$soort)'), { soort: 'x' }, 'wie']]);
    expect(boeken.asked().map(({ query }) => query)).toEqual(['{boek}']);
  });

  test('is planned and checked like any other: what the check refuses is not asked', async () => {
    const seen: PlannedFetch[] = [];
    const eigen = jest.fn(async () => ({ mijn: [] }));
    await run({ local: { eigen }, checkPlan: (fetches) => seen.push(...fetches) }, QUERY);
    expect(seen.map(({ subgraph }) => subgraph).sort()).toEqual(['boeken', 'eigen']);
    eigen.mockClear();
    const checkPlan = () => {
      throw new Error('nee');
    };
    await expect(run({ local: { eigen }, checkPlan }, QUERY)).rejects.toThrow('nee');
    expect(eigen).not.toHaveBeenCalled();
  });

  test('needs no headers, and none are made for it', async () => {
    const made: string[] = [];
    const headers = async ({ subgraph }: { subgraph: string }) => {
      made.push(subgraph);
      return {};
    };
    await run({ local: { eigen: async () => ({ mijn: [] }) }, headers }, QUERY);
    expect(made).toEqual(['boeken']);
  });

  test('that fails is told, and the rest of the answer comes', async () => {
    const failed: string[] = [];
    const eigen = () => Promise.reject(new Error('kapot'));
    const data = await run({ local: { eigen }, failed: (subgraph) => failed.push(subgraph) }, QUERY);
    expect(data).toEqual({ mijn: null, boek: 'Een' });
    expect(failed).toEqual(['eigen']);
  });

  test('is only what is named so, and nothing that an object inherits', async () => {
    const local = Object.create({ eigen: async () => ({ mijn: [] }) }) as NonNullable<FederationHooks['local']>;
    await run({ local }, QUERY);
    expect(boeken.asked()).toHaveLength(2);
  });
});
