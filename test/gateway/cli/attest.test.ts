import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Attest, attest as attestOf } from '../../../gateway/regels/attest';
import { codeDigest } from '../../../gateway/regels/codeDigest';
import { startHouse } from '../../harness/startHouse';
import { signedHouse } from '../regels/ground';
import { fakeHub } from './fakeHub';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';

const KETENHUB_DIR = scratch();
const WHO = ['--partner', 'gemeente-zwolle', '--medewerker', 'm-zwolle-5'];

/** A convenant that is no example, signed by one partij of many. */
const huis = signedHouse();
let here: Attest;
beforeAll(async () => {
  expect((await huis.sign('gemeente-zwolle')).code).toBe(0);
  here = attestOf(huis.read({ code: codeDigest() }));
});
afterAll(() => {
  huis.drop();
});

/** As if each partij had signed. */
const signed = (attest: Attest): Attest => ({
  ...attest,
  convenanten: attest.convenanten.map((one) => ({
    ...one,
    getekend: [...one.getekend, ...one.ontbreekt],
    ontbreekt: [],
  })),
});

/** Asks a hub that attests this, from a folder in which the convenant of the test lies. */
async function attest(running: unknown, argv: readonly string[] = [], env: object = {}, status = 200) {
  const { url, asked } = await fakeHub(status, JSON.stringify(running));
  const before = process.env['PARTNERS_FILE'];
  process.env['PARTNERS_FILE'] = huis.partnersFile;
  try {
    const outcome: Outcome = await hub(['attest', ...WHO, ...argv], {
      env: { KETENHUB_DIR, PUBLIC_URL: url, CONVENANTEN_DIR: huis.dir, ...env },
    });
    return { ...outcome, asked };
  } finally {
    if (before === undefined) delete process.env['PARTNERS_FILE'];
    else process.env['PARTNERS_FILE'] = before;
  }
}
const told = (one: Attest) => ({ data: { attest: one } });

describe('hub attest', () => {
  test('asks the hub as a field of the graph, under the rol that looks into rules', async () => {
    const { code, asked } = await attest(told(signed(here)), ['--rol', 'AUDITOR', '--json']);
    expect(code).toBe(0);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ path: 'POST /graphql', headers: { 'keten-rol': 'AUDITOR' } });
    expect(asked[0]?.headers['authorization']).toMatch(/^Bearer ey/);
  });

  test('all is well when what runs lies here and each partij signed it', async () => {
    const running = signed(here);
    const { code, out, err } = await attest(told(running), ['--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ ...running, afwijkend: [], ongetekend: [], klopt: true });
    const people = await attest(told(running));
    expect(people.out).toContain(`ATTEST ${running.attest}\n`);
    for (const deel of ['tabel', 'labels', 'code'] as const)
      expect(people.out).toMatch(new RegExp(`^${deel} +${running[deel]} +hetzelfde$`, 'm'));
    expect(people.out).toContain(running.convenanten[0]!.digest);
    expect(people.out).not.toContain('anders');
  });

  test.each(['tabel', 'labels', 'code'] as const)('another %s in the hub than here falls short', async (deel) => {
    const running = { ...signed(here), [deel]: '0'.repeat(64) };
    const { code, out, err } = await attest(told(running), ['--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ afwijkend: [deel], ongetekend: [], klopt: false });
    expect(err).toBe(`Er klopt iets niet: de hub draait iets anders dan hier ligt (${deel}).\n`);
    expect((await attest(told(running))).out).toMatch(new RegExp(`^${deel} +0+ +anders$`, 'm'));
  });

  test('who did not sign what holds is named', async () => {
    const { code, out, err } = await attest(told(here), ['--json']);
    const [one] = here.convenanten;
    expect(one?.getekend).toEqual(['gemeente-zwolle']);
    expect(one?.ontbreekt.length).toBeGreaterThan(5);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      klopt: false,
      ongetekend: [{ convenant: one?.convenant, versie: one?.versie, partijen: one?.ontbreekt }],
    });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain('dimence');
  });

  test('of a version that ended no signature matters, nor of an example', async () => {
    const [one] = here.convenanten;
    for (const gone of [{ tot: '2026-11-21' }, { voorbeeld: true }])
      expect((await attest(told({ ...here, convenanten: [{ ...one!, ...gone }] }))).code).toBe(0);
    expect((await attest(told({ ...here, convenanten: [{ ...one!, tot: '2026-11-22' }] }))).code).toBe(1);
  });

  test('a hub that refuses, that is not there, or that is no hub, is told in one line', async () => {
    const no = { errors: [{ message: 'Dit mag niet.', extensions: { code: 'HUB_GEGEVEN_GEWEIGERD' } }] };
    const refused = await attest(no, [], {}, 403);
    expect([refused.code, refused.err]).toEqual([1, 'HUB_GEGEVEN_GEWEIGERD: Dit mag niet.\n']);
    const odd = await attest({ data: { attest: { attest: 'x' } } });
    expect(odd.code).toBe(2);
    expect(odd.err).toMatch(ONE_LINE);
    const away = await attest({}, [], { PUBLIC_URL: 'http://127.0.0.1:1' });
    expect([away.code, away.out]).toEqual([2, '']);
    expect(away.err).toMatch(ONE_LINE);
  });

  test('a rol that does not look into rules is met before the hub is asked', async () => {
    const rol = await attest(told(here), ['--rol', 'DEELNEMER']);
    expect([rol.code, rol.asked]).toEqual([2, []]);
  });

  test('where what lies here is broken itself, it says what runs all the same, and that nothing of it is shown to be that', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'ketenhub-attest-'));
    try {
      copyFileSync(huis.bestand, join(broken, 'huis.yaml'));
      writeFileSync(join(broken, 'tweede.yaml'), 'convenant: x\n');
      const running = signed(here);
      const { code, out, err } = await attest(told(running), ['--json'], { CONVENANTEN_DIR: broken });
      expect([code, err]).toEqual([1, 'Er klopt iets niet: wat hier ligt klopt zelf niet; "hub check" zegt waarom.\n']);
      expect(JSON.parse(out)).toEqual({ ...running, afwijkend: ['tabel', 'labels', 'code'], ongetekend: [], klopt: false }); // oxfmt-ignore
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });
});

test('the hub as it runs attests what lies here', async () => {
  const house = await startHouse();
  try {
    const query = '{ attest { tabel labels code convenanten { convenant digest ontbreekt } } }';
    const { body } = await house.ask({ partner: 'gemeente-zwolle', medewerker: 'm-zwolle-5', query });
    const running = (body.data as { attest: Attest }).attest;
    expect(running.code).toBe(codeDigest());
    const own = attestOf(huis.read({ mode: 'demo', dir: join(__dirname, '../../../schema/convenanten') }));
    expect([running.tabel, running.labels]).toEqual([own.tabel, own.labels]);
  } finally {
    await house.stop();
  }
});
