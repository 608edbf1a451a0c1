import '../../gateway/libraries';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, buildSchema } from 'graphql';
import { Besluiten } from '../../gateway/decide/besluiten';
import { createFederation } from '../../gateway/federation/createFederation';
import type { Fetching } from '../../gateway/fetching';
import { guardFederation } from '../../gateway/guardFederation';
import { type Rooms, answer } from '../../gateway/request';
import type { Besluit } from '../../schema/domain/besluit';
import { Hubfout } from '../../schema/domain/hubfout';
import type { Coordinaatlabel } from '../../schema/domain/labels';
import { plannerBomb } from '../harness/plannerBomb';
import { VERZOEK, apolloRequest, stubRooms, verleendDoor } from '../harness/stubRooms';

const GEHEIM = 'Jan Jansen, geboren 1980';
const HOST = 'oin-municipality';

/** Rooms over a graph in which everything is granted from one host. */
function roomsOver(sdl: string, coordinates: readonly string[]): ReturnType<typeof stubRooms> {
  const label = (coordinaat: string): Coordinaatlabel => ({
    coordinaat,
    categorieen: ['casus.kern'],
    subgraaf: 'municipality',
    vraagt: [],
    argumenten: {},
  });
  const granted: Besluit = verleendDoor(() => HOST, ['casus.kern']);
  const categories = new Map([['casus.kern', granted]]);
  return stubRooms({
    schema: buildSchema(sdl),
    labels: new Map(coordinates.map((one) => [one, label(one)])),
    catalogus: new Map([['casus.kern', { naam: 'casus.kern', subgraaf: 'municipality' }]]) as never,
    hosts: new Map([['municipality', HOST]]),
    besluiten: new Besluiten('', new Map(coordinates.map((one) => [one, granted])), categories),
    verteld: () => new Besluiten('', new Map(), categories),
  });
}

const small = () => roomsOver('type Query { a: String b: String }', ['Query.a', 'Query.b']);

/** What came of `{ a b }`, whatever executes it. */
async function ask(execute: GatewayExecutor, over = small(), query = '{ a b }') {
  const { rooms, lines, faults } = over;
  const result = await answer(rooms, VERZOEK, apolloRequest(query), execute).catch((fout: unknown) => fout);
  const told = lines.map(({ soort, code }) => `${soort} ${code ?? ''}`.trim());
  return { result, told, faults, text: `${JSON.stringify(result)} ${result instanceof Error ? result.message : ''}` };
}

const executing = (outcome: object | Error, fails?: string): GatewayExecutor =>
  (async ({ context }: { context: Fetching }) => {
    if (fails !== undefined) context.uitval.add(fails);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }) as unknown as GatewayExecutor;

/** `{ a b }` by the keys that the hub asks under. */
const data = { ketenhub_0: 'A', ketenhub_1: 'B' };

test('a good result is answered, after it is in the register (control)', async () => {
  const { result, told, faults } = await ask(executing({ data }));
  expect(result).toMatchObject({ data: { a: 'A', b: 'B' }, extensions: { verstrekking: { id: 'bewijs' } } });
  expect({ told, faults }).toEqual({ told: ['ANTWOORD'], faults: [] });
});

test('it is under way until its last line is written, so that many can share what that costs', async () => {
  const { rooms } = small();
  let now = 0;
  const seen: number[] = [];
  const counted: Rooms = {
    ...rooms,
    register: async (regel) => {
      seen.push(now);
      return rooms.register(regel);
    },
  };
  const federation = { load: async () => ({ executor: executing({ data }) }) } as unknown as GatewayInterface;
  const { executor } = await guardFederation(federation, counted, async (verzoek, work) => {
    expect(verzoek).toBe(VERZOEK);
    now += 1;
    return work().finally(() => (now -= 1));
  }).load({ apollo: {} });
  const once = () => executor!({ ...apolloRequest('{ a b }'), context: VERZOEK } as never);
  expect(await once()).toMatchObject({ data: { a: 'A', b: 'B' } });
  await Promise.all([once(), once()]);
  expect({ seen, now }).toEqual({ seen: [1, 2, 2], now: 0 });
});

describe('what goes wrong in planning or execution is ours, not an answer to the caller', () => {
  test.each<[string, object | Error]>([
    [
      'the planner throws a GraphQLError',
      new GraphQLError(GEHEIM, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    ],
    [
      'the planner throws a GraphQLError that says it is bad input',
      new GraphQLError(GEHEIM, { extensions: { code: 'BAD_USER_INPUT' } }),
    ],
    ['the planner throws an error', new TypeError(GEHEIM)],
    ['the executor gives errors, and no source failed', { data, errors: [new GraphQLError(GEHEIM)] }],
    ['the executor gives errors and null, and no source failed', { data: null, errors: [{ message: GEHEIM }] }],
    ['the executor gives nothing', {}],
    ['the executor gives no data, and no source failed', { data: undefined, extensions: { [GEHEIM]: GEHEIM } }],
  ])('%s', async (_name, outcome) => {
    const { result, told, faults, text } = await ask(executing(outcome));
    expect(result).toBeInstanceOf(Hubfout);
    expect(result).toMatchObject({ code: 'HUB_ONBESLIST', status: 503 });
    expect(told).toEqual(['GEWEIGERD HUB_ONBESLIST']);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^request undecided: /);
    expect(`${text} ${faults.join()}`).not.toContain('Jansen');
    expect(text).not.toContain('"A"');
  });

  test('errors beside data, when a source did fail, are its own: what is there is answered', async () => {
    const lost = { data: { ketenhub_0: 'A', ketenhub_1: null }, errors: [new GraphQLError(GEHEIM)] };
    const { result, told, faults, text } = await ask(executing(lost, 'municipality'));
    expect(result).toMatchObject({ data: { a: 'A', b: null } });
    expect(text).toContain('HUB_PARTNER_ONBEREIKBAAR');
    expect(text).not.toContain('Jansen');
    expect({ told, faults }).toEqual({ told: ['ANTWOORD'], faults: [] });
  });

  test('null for all, when a source failed, is an answer of nulls', async () => {
    const { result, told } = await ask(executing({ data: null }, 'municipality'));
    expect(result).toMatchObject({ data: { a: null, b: null } });
    expect(told).toEqual(['ANTWOORD']);
  });
});

test('an operation that the planner could weigh without end is refused by its bound, as a fault of ours', async () => {
  const { supergraphSdl, api, query } = plannerBomb();
  const federation = createFederation({ supergraphSdl, hooks: { checkPlan: () => undefined } });
  try {
    const { executor } = await federation.load({ apollo: {} });
    const over = roomsOver(api, ['Query.t', 'T.t', 'T.a', 'T.b']);
    const started: string[] = [];
    const spied: GatewayExecutor = async (context) => {
      started.push('planning');
      return executor!(context);
    };
    const { result, told, faults, text } = await ask(spied, over, query(4));
    expect(started).toEqual(['planning']);
    expect(result).toMatchObject({ code: 'HUB_ONBESLIST' });
    expect(told).toEqual(['GEWEIGERD HUB_ONBESLIST']);
    expect(faults.join()).toMatch(/^request undecided: /);
    expect(text).not.toMatch(/Too many options|pathsLimit|exceeded/);
  } finally {
    await federation.stop();
  }
});

test.each([
  ['a question', '{ a b }'],
  ['a question about the graph', '{ __schema { types { name } } }'],
])(
  'where only registered operations are answered, %s that is none is refused before anything is done',
  async (_what, query) => {
    const over = small();
    const opened = jest.fn<never, []>();
    const executed = jest.fn<never, []>();
    const rooms = { ...over.rooms, openContext: opened, onlyRegistered: true };
    const { result, told } = await ask(executed, { ...over, rooms }, query);
    expect(result).toMatchObject({ code: 'HUB_OPERATIE_NIET_GEREGISTREERD', status: 400 });
    expect(told).toEqual(['GEWEIGERD HUB_OPERATIE_NIET_GEREGISTREERD']);
    expect([opened.mock.calls, executed.mock.calls]).toEqual([[], []]);
    const known = { ...over.rooms, onlyRegistered: true, nameOperation: () => 'Vraag' };
    const { result: given } = await ask(executing({ data }), { ...over, rooms: known });
    expect(given).toMatchObject({ data: { a: 'A', b: 'B' } });
  },
);
