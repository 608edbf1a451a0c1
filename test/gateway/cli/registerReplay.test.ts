import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegelsets } from '../../../gateway/cli/register/readRegelsets';
import { compareAgain } from '../../../gateway/inzage/herbeslissing/compareAgain';
import { groundsOf } from '../../../gateway/register/reader/besluitgrond';
import { readRegister } from '../../harness/readRegister';
import { type House, startHouse } from '../../harness/startHouse';
import { type Gesteld, askAround } from './askAround';
import { copyRegister } from './copyRegister';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';

interface Groep {
  readonly partner: string;
  readonly rol: string;
  readonly doel: string;
  readonly fase: string;
  readonly categorieen: string[];
  readonly artikel: string | null;
  readonly reden: string | null;
  readonly velden: string[];
  readonly vragen: number;
}
interface Naspel {
  readonly vragen: number;
  readonly nuGeweigerd: Groep[];
  readonly nuGegeven: Groep[];
  readonly nietBeslist: { bewijs: string; waarom: string }[];
}

const CONVENANTEN = join(__dirname, '../../../schema/convenanten');
const dir = scratch();

/** A folder with the convenanten, each of them changed. */
function changed(naam: string, change: (text: string) => string): string {
  const folder = join(dir, naam);
  mkdirSync(folder);
  let touched = 0;
  for (const file of readdirSync(CONVENANTEN).filter((one) => one.endsWith('.yaml'))) {
    const text = readFileSync(join(CONVENANTEN, file), 'utf8');
    const by = change(text);
    if (by !== text) touched += 1;
    writeFileSync(join(folder, file), by);
  }
  if (touched === 0) throw new Error(`${naam} changes nothing`);
  return folder;
}

const VOORSTELLEN: Record<string, (text: string) => string> = {
  kaders: (text) => text.replaceAll('kaders: [DRANG, DWANG]', 'kaders: [DWANG]'),
  open: (text) =>
    text.replaceAll('kaders: [DRANG, DWANG]', 'kaders: alle').replaceAll(/ doelen: \[[A-Z_, ]+\]/g, ' doelen: alle'),
  doelen: (text) => text.replaceAll('doelen: alle', 'doelen: [CASUSREGIE]'),
};

let house: House;
/** Its register with a few of the answers only. */
const klein = join(dir, 'klein');
let gesteld: Gesteld[];
jest.setTimeout(300_000);
beforeAll(async () => {
  house = await startHouse();
  gesteld = await askAround(house, 11, 7);
  // The same again, so that something is asked more often.
  const again = await askAround(house, 8, 7);
  const few = new Set([...gesteld.slice(0, 8), ...again].map(({ bewijs }) => bewijs));
  copyRegister(house.dir, klein, (entry) =>
    few.has(entry.id) || entry.soort === 'START' ? null : { ...entry, soort: 'STORING' },
  );
});
afterAll(() => house.stop());

const replay = (met: string, argv: readonly string[] = [], folder = klein): Promise<Outcome> =>
  hub(['register', 'replay', '--met', met, ...argv], { env: { KETENHUB_DIR: folder } });
const played = async (met: string, argv: readonly string[] = [], folder = klein) => {
  const outcome = await replay(met, ['--json', ...argv], folder);
  return { ...outcome, naspel: JSON.parse(outcome.out) as Naspel };
};

describe('hub register replay', () => {
  test('by the rules by which was decided nothing differs', async () => {
    const { code, err, naspel } = await played(CONVENANTEN, [], house.dir);
    expect({ code, err, ...naspel, met: 0, periode: 0, vragen: 0 }).toEqual({ code: 0, err: '', nuGeweigerd: [], nuGegeven: [], nietBeslist: [], met: 0, periode: 0, vragen: 0 }); // oxfmt-ignore
    expect(naspel.vragen).toBe(readRegister(house).filter(({ soort }) => soort === 'ANTWOORD' || soort === 'INZAGE').length); // oxfmt-ignore
    expect((await replay(CONVENANTEN)).out).toMatch(/^Opnieuw beslist met .*: \d+ beantwoorde vragen\.\nEr zou niets anders zijn beslist\.\n$/s); // oxfmt-ignore
  });

  test.each(Object.keys(VOORSTELLEN))(
    'by other rules (%s) it says what explaining the same questions under those rules says',
    async (naam) => {
      const met = changed(naam, VOORSTELLEN[naam]!);
      const next = await startHouse({ env: { CONVENANTEN_DIR: met } });
      try {
        let differing = 0;
        const sets = readRegelsets(met, CONVENANTEN);
        const kept = new Map(readRegister(house).map((entry) => [entry.id, entry]));
        for (const { bewijs, query, variables, ...who } of gesteld) {
          const entry = kept.get(bewijs ?? '');
          if (entry === undefined) continue;
          const grond = groundsOf(entry);
          const outcome = await compareAgain(grond, sets.nieuw, sets.waarmee(grond.tabel));
          if ('waarom' in outcome) throw new Error(outcome.waarom);
          const before = new Set((entry.weigeringen ?? []).map(({ coordinaat }) => coordinaat));
          const UITLEG = `query ($vraag: String!, $variabelen: String) { uitleg(vraag: $vraag, variabelen: $variabelen) { velden { coordinaat besluit reden artikel categorieen } } }`;
          const asked = { vraag: query, variabelen: JSON.stringify(variables) };
          const { body, status } = await next.ask({ ...who, query: UITLEG, variables: asked });
          const found = (nu: string) => new Set(outcome.veranderd.filter((one) => one.nu === nu).map(({ coordinaat }) => coordinaat)); // oxfmt-ignore
          const [shut, open] = [found('GEWEIGERD'), found('GEGEVEN')];
          if (status !== 200) {
            expect(body.errors?.[0]?.extensions.code).toBe('HUB_DOEL_NIET_GEDEKT');
            const labelled = (entry.gevraagd ?? []).filter((one) => !before.has(one));
            for (const coordinaat of labelled) expect([coordinaat, shut.has(coordinaat)]).toEqual([coordinaat, true]);
            expect(open.size).toBe(0);
            differing += 1;
            continue;
          }
          const { velden } = (body.data as { uitleg: { velden: { coordinaat: string; besluit: string }[] } }).uitleg;
          for (const coordinaat of new Set(velden.map((one) => one.coordinaat))) {
            if (!(entry.gevraagd ?? []).includes(coordinaat)) continue;
            const ways = velden
              .filter((one) => one.coordinaat === coordinaat)
              .map(({ besluit }) => besluit === 'ALLOW');
            // Asked in ways that come out differently, a coordinate can be in both.
            if (new Set(ways).size > 1) continue;
            const was = !before.has(coordinaat);
            const now = ways[0]!;
            expect([coordinaat, shut.has(coordinaat), open.has(coordinaat)]).toEqual([coordinaat, was && !now, !was && now]); // oxfmt-ignore
            if (was !== now) differing += 1;
          }
          // What is said to open is really decided so; below what shuts nothing is explained.
          for (const one of open) expect(velden.some(({ coordinaat, besluit }) => coordinaat === one && besluit === 'ALLOW')).toBe(true); // oxfmt-ignore
          for (const one of shut) expect(velden.some(({ coordinaat, besluit }) => coordinaat === one && besluit === 'ALLOW')).toBe(false); // oxfmt-ignore
        }
        // It says something only if something differs.
        expect(differing).toBeGreaterThan(0);
      } finally {
        await next.stop();
      }
    },
  );

  test('gathers it by receiver, category, doel, fase and article, with how many requests', async () => {
    const met = join(dir, 'kaders');
    const { code, err, naspel } = await played(met);
    expect(code).toBe(1);
    expect(err).toMatch(ONE_LINE);
    expect(naspel.nuGegeven).toEqual([]);
    const [most] = naspel.nuGeweigerd;
    expect(most).toMatchObject({ reden: 'KADER_NIET_GEDEKT' });
    expect(most?.artikel).toMatch(/WGS|eigen/);
    expect(most?.vragen).toBeGreaterThan(1);
    const keys = naspel.nuGeweigerd.map(({ velden: _, vragen: __, ...key }) => JSON.stringify(key));
    expect(new Set(keys).size).toBe(keys.length);
    const { out } = await replay(met);
    expect(out).toContain('DICHT: gegeven, en nu geweigerd');
    expect(out).not.toContain('OPEN:');
    expect((await replay(join(dir, 'open'))).out).toContain('OPEN: geweigerd, en nu gegeven');
  });

  test('the newest version in the folder decides, whether or not it was in force then', async () => {
    // From where the version of now ends.
    const met = changed('straks', (text) => {
      const until = /tot: (\d{4}-\d{2}-\d{2})/.exec(text)![1]!;
      const later = text.replace(/van: 2026-01-01/, `van: ${until}`).replace(/tot: \d{4}/, 'tot: 2099');
      return VOORSTELLEN['kaders']!(later.replace(/versie: '2026.1'/, "versie: '2099.1'"));
    });
    for (const file of readdirSync(met)) {
      writeFileSync(join(met, `nu-${file}`), readFileSync(join(CONVENANTEN, file), 'utf8'));
    }
    const [one, other] = [await played(met), await played(join(dir, 'kaders'))];
    expect(one.naspel.nuGeweigerd).toEqual(other.naspel.nuGeweigerd);
    expect(one.naspel.nuGeweigerd.length).toBeGreaterThan(0);
  });

  test('what can not be decided again is named, and is no agreement', async () => {
    const folder = join(dir, 'oud');
    const victim = gesteld.find(({ bewijs }) => bewijs !== null)!.bewijs;
    copyRegister(klein, folder, (entry) =>
      entry.id === victim ? { ...entry, gevraagd: ['Casus.verdwenen'], weigeringen: [] } : null,
    );
    const { code, naspel } = await played(CONVENANTEN, [], folder);
    expect(code).toBe(1);
    expect(naspel.nietBeslist).toMatchObject([
      { bewijs: victim, waarom: 'Casus.verdwenen is er in de graaf niet meer' },
    ]);
  });

  test.each([[['--van', 'ooit']], [['--tot', '2020-01-01']]])('ends with 2 over %p', async (argv) => {
    const { code, out, err } = await replay(CONVENANTEN, argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
  });

  test('ends with 2 over a folder that holds no convenanten', async () => {
    expect((await replay(join(dir, 'nergens'))).code).toBe(2);
    expect((await hub(['register', 'replay'], { env: { KETENHUB_DIR: house.dir } })).code).toBe(2);
  });
});
