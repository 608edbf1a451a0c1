import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { buildSchema } from 'graphql';
import { Besluiten } from '../../gateway/decide/besluiten';
import type { Fetching } from '../../gateway/fetching';
import { type Rooms, answer } from '../../gateway/request';
import type { Coordinaatlabel } from '../../schema/domain/labels';
import { Hubfout } from '../../schema/domain/hubfout';
import type { Registerregel } from '../../schema/domain/registerregel';
import { VERZOEK, apolloRequest, stubRooms, verleendDoor } from '../harness/stubRooms';

const SDL = 'type Query { a: String } type Mutation { sluit(reden: String): String heropen: String }';
const GRANTED = ['Query.a', 'Mutation.sluit'];
const HOST = 'oin-municipality';

/** Rooms over a graph that can be changed, in which `sluit` is granted and `heropen` is not. */
function changing() {
  const label = (coordinaat: string): Coordinaatlabel => ({
    coordinaat,
    categorieen: ['casus.kern'],
    subgraaf: 'municipality',
    vraagt: [],
    argumenten: {},
  });
  const granted = verleendDoor(() => HOST, ['casus.kern']);
  const categories = new Map([['casus.kern', granted]]);
  return stubRooms({
    schema: buildSchema(SDL),
    labels: new Map([...GRANTED, 'Mutation.heropen'].map((one) => [one, label(one)])),
    catalogus: new Map([['casus.kern', { naam: 'casus.kern', subgraaf: 'municipality' }]]) as never,
    hosts: new Map([['municipality', HOST]]),
    besluiten: new Besluiten('', new Map(GRANTED.map((one) => [one, granted])), categories),
    verteld: () => new Besluiten('', new Map(), categories),
  });
}

interface Run {
  readonly outcome: unknown;
  /** What happened, in the order in which it did: what was written became durable, and what was executed. */
  readonly steps: readonly string[];
  readonly lines: readonly Registerregel[];
}

async function run(
  query: string,
  over: Partial<Rooms> = {},
  execute?: (fetching: Fetching) => object | Error,
): Promise<Run> {
  const { rooms, lines } = changing();
  const steps: string[] = [];
  // A write takes a while: only when it has ended does it count as durable.
  const register: Rooms['register'] = async (regel) => {
    const bewijs = await (over.register ?? rooms.register)(regel);
    await new Promise(setImmediate);
    steps.push(regel.code === null ? regel.soort : `${regel.soort} ${regel.code}`);
    return bewijs;
  };
  const executor = (async ({ context }: { context: Fetching }) => {
    steps.push('executed');
    await new Promise(setImmediate);
    const outcome = execute?.(context) ?? { data: { ketenhub_0: 'gesloten' } };
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }) as unknown as GatewayExecutor;
  const request = apolloRequest(query);
  const outcome = await answer({ ...rooms, ...over, register }, VERZOEK, request, executor).catch(
    (fout: unknown) => fout,
  );
  return { outcome, steps, lines };
}

const gone = () =>
  Promise.reject(new Hubfout('HUB_REGISTER_ONBESCHIKBAAR', 'Het register kan nu niet worden geschreven.'));

describe('what changes something', () => {
  test('is executed only when what is intended is durable, and then answered', async () => {
    const { outcome, steps, lines } = await run('mutation { sluit }');
    expect(outcome).toMatchObject({ data: { sluit: 'gesloten' }, extensions: { verstrekking: { id: 'bewijs' } } });
    expect(steps).toEqual(['VOORNEMEN', 'executed', 'ANTWOORD']);
    // What, by whom, in which casus, and for what: enough to know what may have been changed when nothing else is written.
    const about = { partner: 'partner', medewerker: 'm-1', rol: 'DEELNEMER', doel: 'CASUSREGIE', naar: null };
    expect(lines[0]).toMatchObject({ ...about, casus: 'c'.padEnd(32, '0'), gevraagd: ['Mutation.sluit'] });
    expect(lines[0]!.operatie).toMatch(/^[0-9a-f]{64}$/);
    expect(lines.map(({ verzoek }) => verzoek)).toEqual([VERZOEK.id, VERZOEK.id]);
  });

  test('is not executed when the register can not be written', async () => {
    const { outcome, steps } = await run('mutation { sluit }', { register: gone });
    expect(outcome).toMatchObject({ code: 'HUB_REGISTER_ONBESCHIKBAAR', status: 503 });
    expect(steps).toEqual([]);
  });

  test('is executed once, also when the facts change meanwhile: then it says so, and the intent stays', async () => {
    const { outcome, steps } = await run('mutation { sluit }', { stillHolds: async () => false });
    expect(outcome).toMatchObject({ code: 'HUB_CONFLICT', status: 409 });
    expect(steps).toEqual(['VOORNEMEN', 'executed', 'ANTWOORD', 'NIET_VRIJGEGEVEN', 'GEWEIGERD HUB_CONFLICT']);
  });

  const done = (casus: string | null) => (fetching: Fetching) => {
    fetching.gezet = { casus, revisie: 'r2' };
    return { data: { ketenhub_0: 'gesloten' } };
  };

  test('and was done is never said not to be: of no casus, who did it is told so', async () => {
    const { outcome, steps } = await run('mutation { sluit }', { stillHolds: async () => false }, done(null));
    expect(outcome).toMatchObject({ data: { sluit: 'gesloten' } });
    expect(steps).toEqual(['VOORNEMEN', 'executed', 'ANTWOORD']);
  });

  test('and was done in a casus is told whoever still sits there, and to nobody who does not', async () => {
    const changed = { stillHolds: async () => false };
    const told = await run('mutation { sluit }', { ...changed, stillSits: async () => true }, done('c'));
    expect(told.outcome).toMatchObject({ data: { sluit: 'gesloten' } });
    const gone_ = await run('mutation { sluit }', { ...changed, stillSits: async () => false }, done('c'));
    expect(gone_.outcome).toMatchObject({ code: 'HUB_CASUS_ONTOEGANKELIJK' });
    expect(gone_.steps).toContain('NIET_VRIJGEGEVEN');
  });

  test('is executed once, where a question is taken again', async () => {
    const { steps } = await run('{ a }', { stillHolds: async () => false });
    expect(steps.filter((step) => step === 'executed')).toHaveLength(2);
    expect(steps).not.toContain('VOORNEMEN');
  });

  test.each<[string, () => object | Error]>([
    ['fails', () => new TypeError('kapot')],
    ['gives errors', () => ({ data: { ketenhub_0: null }, errors: [{ message: 'kapot' }] })],
  ])(
    'is executed once, also when it %s: what may have been done is intended, and the refusal stands behind it',
    async (_name, execute) => {
      const { outcome, steps } = await run('mutation { sluit }', {}, execute);
      expect(outcome).toMatchObject({ code: 'HUB_ONBESLIST' });
      expect(steps).toEqual(['VOORNEMEN', 'executed', 'GEWEIGERD HUB_ONBESLIST']);
    },
  );

  test('of which the answer can not be written does not get it, and is in the register by its intent', async () => {
    const register: Rooms['register'] = ({ soort }) =>
      soort === 'VOORNEMEN' ? Promise.resolve({ id: 'bewijs', tijdstip: '' }) : gone();
    const { outcome, steps } = await run('mutation { sluit }', { register });
    expect(outcome).toMatchObject({ code: 'HUB_REGISTER_ONBESCHIKBAAR' });
    expect(steps).toEqual(['VOORNEMEN', 'executed']);
  });

  test('and is refused is neither intended nor executed', async () => {
    const { outcome, steps } = await run('mutation { heropen }');
    expect(outcome).toMatchObject({ data: { heropen: null } });
    expect(steps).toEqual(['ANTWOORD']);
  });

  test('refused before it is decided: not intended, not executed', async () => {
    const openContext = () => Promise.reject(new Hubfout('HUB_CASUS_ONTOEGANKELIJK', 'nee'));
    const { steps } = await run('mutation { sluit }', { openContext });
    expect(steps).toEqual(['GEWEIGERD HUB_CASUS_ONTOEGANKELIJK']);
  });
});
