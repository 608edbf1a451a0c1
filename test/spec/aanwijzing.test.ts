import { join } from 'node:path';
import Database from 'libsql';
import type { Rol } from '../../schema/domain/rol';
import { vandaag } from '../../schema/domain/vandaag';
import { type Aanwijzingsbesluit } from '../../schema/verloop/aanwijzingsbesluit';
import { digestOfBesluit, textOfBesluit } from '../../schema/verloop/besluit';
import { signAkte } from '../../schema/verloop/handtekening';
import { hub } from '../gateway/cli/onTerminal';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';

jest.setTimeout(120_000);

const OFFICER = { partner: 'politie-oost-nederland', medewerker: 'm-politie-4' };
const AGENT = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
const NIEUW = 'm-politie-88';
const WIJS = 'mutation ($besluit: String!, $handtekening: String!) { wijsAan(besluit: $besluit, handtekening: $handtekening) { nr besluit bewijs tijdstip } }'; // oxfmt-ignore
const QUERY = 'query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { incidenten { soort } } } }';

describe('a partner designates its own medewerkers', () => {
  let house: House;
  let casus: string;
  let made = 0;
  beforeAll(async () => {
    house = await startHouse();
    casus = house.world.municipality.casussen[0]!.id;
  });
  afterAll(() => house.stop());

  const besluit = (medewerker: string, nr: number, rollen: readonly Rol[], partner = AGENT.partner): Aanwijzingsbesluit => ({
    ...{ partner, medewerker, nr, sleutel: `sleutel-${String((made += 1)).padStart(12, '0')}` },
    rollen: rollen.map((rol) => ({ rol, van: '2026-01-01', tot: null })),
  }); // oxfmt-ignore
  const sign = (tekst: string, typ: 'aanwijzing+jws' | 'akte+jws' = 'aanwijzing+jws') =>
    signAkte(tekst, house.keys.partner.kid, house.keys.partner.privateKey, typ);
  const hand = async (tekst: string, handtekening: string, wie = OFFICER, headers: Record<string, string> = {}) => {
    const before = readRegister(house).length;
    const { status, body } = await house.ask({ ...wie, query: WIJS, variables: { besluit: tekst, handtekening }, headers }); // oxfmt-ignore
    const [error] = body.errors ?? [];
    const gezet = body.data?.['wijsAan'] as { nr: number; besluit: string; bewijs: string } | null | undefined;
    return { status, code: error?.extensions.code, message: error?.message, gezet, lines: readRegister(house, before) };
  };
  const take = async (one: Aanwijzingsbesluit, wie = OFFICER) => hand(textOfBesluit(one), await sign(textOfBesluit(one)), wie); // oxfmt-ignore
  const held = async (medewerker: string, wie = OFFICER) => {
    const query = 'query ($m: ID!) { aanwijzing(medewerker: $m) { nr rollen { rol van tot } } }';
    return (await house.ask({ ...wie, query, variables: { m: medewerker } })).body.data?.['aanwijzing'];
  };
  const reads = async (wie = AGENT) =>
    (await house.ask({ ...wie, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: QUERY, variables: { casus } }))
      .status;

  test('what it takes back works in the next request, and so does what it gives', async () => {
    expect(await reads()).toBe(200);
    expect(await held(AGENT.medewerker)).toMatchObject({ nr: 1, rollen: [{ rol: 'DEELNEMER' }] });
    const first = besluit(AGENT.medewerker, 2, []);
    expect(await take(first)).toMatchObject({ status: 200, gezet: { nr: 2, besluit: digestOfBesluit(textOfBesluit(first)) } }); // oxfmt-ignore
    expect(await reads()).toBe(403);
    expect(await held(AGENT.medewerker)).toEqual({ nr: 2, rollen: [] });
    expect(await take(besluit(AGENT.medewerker, 3, ['DEELNEMER']))).toMatchObject({ status: 200 });
    expect(await reads()).toBe(200);
  });

  test('somebody new has nothing by it but that he may be seated', async () => {
    expect(await held(NIEUW)).toEqual({ nr: 0, rollen: [] });
    expect(await take(besluit(NIEUW, 1, ['DEELNEMER']))).toMatchObject({ status: 200 });
    expect(await reads({ ...AGENT, medewerker: NIEUW })).toBe(403);
    const own = await house.ask({ ...AGENT, medewerker: NIEUW, query: '{ mijnCasussen { rol } }' });
    expect(own.body.data).toEqual({ mijnCasussen: [] });
  });

  test('is written down before and after, with the signature, and names nobody', async () => {
    const one = besluit('m-politie-89', 1, ['DEELNEMER']);
    const { lines, gezet } = await take(one);
    const verloop = { stap: 'AANWIJZEN', nr: 1, akte: digestOfBesluit(textOfBesluit(one)) };
    expect(lines.filter(({ verloop: said }) => said !== undefined)).toMatchObject([
      { soort: 'VOORNEMEN', partner: OFFICER.partner, rol: 'PRIVACY_OFFICER', verloop },
      { soort: 'STAP', id: gezet?.bewijs, verloop },
    ]);
    expect(lines.at(-1)).toMatchObject({
      soort: 'INZAGE',
      gevraagd: expect.arrayContaining(['Mutation.wijsAan']) as unknown,
    });
    expect(JSON.stringify(lines)).not.toContain('m-politie-89');
    const { code } = await hub(['register', 'verify'], { env: { KETENHUB_DIR: house.dir } });
    expect(code).toBe(0);
  });

  test('the same once more counts once; another one under its number, and one that skips a number, are conflicts', async () => {
    const one = besluit('m-politie-90', 1, ['DEELNEMER']);
    const first = await take(one);
    const again = await take(one);
    expect(again).toMatchObject({ status: 200, gezet: { nr: 1, besluit: first.gezet?.besluit } });
    for (const other of [besluit('m-politie-90', 1, []), besluit('m-politie-90', 3, [])])
      expect(await take(other)).toMatchObject({ status: 409, code: 'HUB_CONFLICT' });
    expect(await held('m-politie-90')).toMatchObject({ nr: 1, rollen: [{ rol: 'DEELNEMER' }] });
  });

  test('of many at once about one medewerker one counts', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => take(besluit('m-politie-91', 1, ['DEELNEMER']))));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  test.each<[string, () => Promise<Awaited<ReturnType<typeof hand>>>, number, string]>([
    ['of another partner', async () => take(besluit('m-dimence-3', 2, [], 'dimence')), 422, 'HUB_STAP_GEWEIGERD'],
    ['about himself', async () => take(besluit(OFFICER.medewerker, 2, ['PRIVACY_OFFICER', 'PROCESREGISSEUR'])), 422, 'HUB_STAP_GEWEIGERD'],
    ['that nobody signed', async () => hand(textOfBesluit(besluit(NIEUW, 2, [])), 'a..b'), 422, 'HUB_STAP_GEWEIGERD'],
    ['signed as an akte', async () => {
      const tekst = textOfBesluit(besluit(NIEUW, 2, []));
      return hand(tekst, await sign(tekst, 'akte+jws'));
    }, 422, 'HUB_STAP_GEWEIGERD'],
    ['that is no besluit', async () => hand('{}', await sign('{}')), 400, 'BAD_USER_INPUT'],
    ['written with spaces', async () => {
      const tekst = JSON.stringify(besluit(NIEUW, 2, []), null, 1);
      return hand(tekst, await sign(tekst));
    }, 400, 'BAD_USER_INPUT'],
  ])('one %s is refused, and nothing is changed', async (_name, ask, status, code) => {
    const before = await Promise.all([held(NIEUW), held(OFFICER.medewerker)]);
    const { lines, ...answer } = await ask();
    expect(answer).toMatchObject({ status, code });
    expect(lines.some(({ soort }) => soort === 'STAP')).toBe(false);
    expect(await Promise.all([held(NIEUW), held(OFFICER.medewerker)])).toEqual(before);
  }); // oxfmt-ignore

  test('is for a privacy officer: to anybody else it is denied, and what others are designated for is not told', async () => {
    const { lines, gezet, code } = await take(besluit(NIEUW, 2, ['PROCESREGISSEUR']), AGENT);
    expect({ gezet, code }).toEqual({ gezet: null, code: 'HUB_GEGEVEN_GEWEIGERD' });
    expect(lines.some(({ soort }) => soort === 'STAP')).toBe(false);
    expect(await held(NIEUW, AGENT)).toBeNull();
    // Another partner's officer hears of his own organisation only.
    expect(await held(NIEUW, { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-4' })).toEqual({ nr: 0, rollen: [] });
  });

  test('a hub that saw it taken back does not believe a municipality that forgot', async () => {
    const path = join(house.dir, 'municipality.sqlite');
    const rows = (work: (store: Database.Database) => unknown): unknown => {
      const store = new Database(path, { timeout: 5_000 });
      try {
        return work(store);
      } finally {
        store.close();
      }
    };
    const at = 'where partner = ? and medewerker = ?';
    const who = [AGENT.partner, AGENT.medewerker];
    const kept = rows((store) => store.prepare(`select * from aanwijzingsbesluiten ${at}`).get(...who)) as { nr: number; tekst: string; handtekening: string }; // oxfmt-ignore
    expect(await take(besluit(AGENT.medewerker, kept.nr + 1, []))).toMatchObject({ status: 200 });
    rows((store) => {
      store.prepare(`update aanwijzingsbesluiten set nr = ?, tekst = ?, handtekening = ? ${at}`).run(kept.nr, kept.tekst, kept.handtekening, ...who); // oxfmt-ignore
      store.prepare("insert into aanwijzingen values (?, ?, 'DEELNEMER', '2026-01-01', null)").run(AGENT.medewerker, AGENT.partner); // oxfmt-ignore
    });
    expect(await reads()).toBe(503);
    expect(await held(AGENT.medewerker)).toEqual({ nr: 0, rollen: [] });
  });

  test('by the command line: shown, changed, and taken back', async () => {
    const env = { KETENHUB_DIR: house.dir, PUBLIC_URL: house.address };
    const who = ['--partner', OFFICER.partner, '--medewerker', OFFICER.medewerker];
    const run = (...argv: string[]) => hub(['aanwijzing', ...argv, ...who], { env });
    expect(await run('toon', 'm-politie-95')).toMatchObject({
      code: 0,
      out: 'Over m-politie-95 is er geen besluit.\n',
    });
    expect(await run('wijs', 'm-politie-95', '--voor', 'DEELNEMER/2026-01-01/2099-01-01', '--voor', 'MELDER')).toMatchObject({ code: 0, out: expect.stringMatching(/^Besluit 1 over m-politie-95 geldt sinds /) as unknown }); // oxfmt-ignore
    const { out } = await run('toon', 'm-politie-95', '--json');
    expect(JSON.parse(out)).toEqual({
      nr: 1,
      rollen: [
        { rol: 'DEELNEMER', van: '2026-01-01', tot: '2099-01-01' },
        { rol: 'MELDER', van: vandaag(), tot: null },
      ],
    });
    expect((await run('toon', 'm-politie-95')).out).toContain('- DEELNEMER, vanaf 2026-01-01 tot 2099-01-01\n');
    expect(JSON.parse((await run('wijs', 'm-politie-95', '--niets', '--json')).out)).toMatchObject({ nr: 2 });
    expect((await run('toon', 'm-politie-95')).out).toBe('Besluit 2 over m-politie-95:\n- niets meer\n');
    for (const wrong of [
      [],
      ['--niets', '--voor', 'MELDER'],
      ['--voor', 'MELDR'],
      ['--voor', 'MELDER/morgen'],
      ['--voor', 'MELDER/2026-01-01/2027-01-01/x'],
    ])
      expect(await run('wijs', 'm-politie-95', ...wrong)).toMatchObject({ code: 2, out: '' });
    expect(await run('wijs', OFFICER.medewerker, '--niets')).toMatchObject({ code: 1, err: expect.stringContaining('niemand wijst zichzelf aan') as unknown }); // oxfmt-ignore
  });
});
