import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Tabel, readJson, tabeltekst } from '../inzage/ground';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { copyHouse } from './copyHouse';
import { scratch } from './scratch';
import { spawnCli } from './spawnCli';

const dir = scratch();
const SCHEMA = join(__dirname, '../../../schema');
const ROOT = join(SCHEMA, '..');
const ZVH = 'veiligheidshuis-ijsselland';
const diff = (...argv: string[]): Promise<Outcome> => hub(['diff', ...argv]);

/** A table as a file, after a change. */
function write(naam: string, change: (tabel: Tabel) => void): string {
  const tabel = readJson();
  change(tabel);
  const file = join(dir, naam);
  writeFileSync(file, JSON.stringify(tabel));
  return file;
}
const verstrekkingen = (tabel: Tabel, naam: string) => tabel.convenanten.find(({ id }) => id === ZVH)!.gegevens[naam]!;
const same = write('zelfde.json', () => undefined);
const wider = write('ruimer.json', (tabel) => {
  for (const one of verstrekkingen(tabel, 'gemeente.schulden')) one.aan.push('POLITIE');
});

describe('hub diff', () => {
  test.each([
    ['a directive that nobody knows', '@onbekend', /\[police\] Unknown directive "@onbekend"\. Zie/],
    ['what is no SDL', '(((', /Syntax Error: Expected Name, found "\("\. Zie/],
    ['a field that nobody classified', '', /Hoofdbetrokkene\.incidenten: has no @policy: [^.]*\. Zie/],
  ])('refuses SDL that makes no graph, with one line: %s', async (_what, text, said) => {
    const folder = join(dir, `sdl-${String(text.length)}`);
    cpSync(SCHEMA, folder, { recursive: true });
    edit(join(folder, 'subgraphs/police.graphql'), /@policy\(policies: \[\["politie\.incidenten"\]\]\)/, text);
    const { code, out, err } = await diff(same, folder);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toMatch(said);
  });

  test('ends with 0 where nothing opens: nothing changed, or only closes', async () => {
    expect(await diff(same, same)).toMatchObject({ code: 0, err: '' });
    expect((await diff(same, same)).out).toMatch(/\nEr gaat niets open en niets dicht\.\n$/);
    const { code, out } = await diff(wider, same);
    expect(code).toBe(0);
    expect(out).toContain('POLITIE krijgt niet meer:');
    expect(out).toMatch(/\nEr gaat niets open\.\n$/);
  });

  test('ends with 1 where something opens, and says who, what, from whom, for what and when, with a witness', async () => {
    const { code, out, err } = await diff(same, wider);
    expect(code).toBe(1);
    expect(err).toBe('Er gaat iets open (1); een privacy officer moet ermee instemmen.\n');
    expect(out).toContain(
      `Convenant ${ZVH}, van 2026-01-01 tot 2031-01-01\n\n` +
        '1. POLITIE krijgt nu:\n' +
        '   - gemeente.schulden van GEMEENTE (WGS 2.30 lid 1 onder 4 en 5)\n' +
        '       Hoofdbetrokkene.schulden, Schuld.bedrag, Schuld.bronhouder, Schuld.record, Schuld.schuldhulp, Schuld.soort\n' +
        '   als DEELNEMER of CASUSREGISSEUR, voor BEGELEIDING, in CASUSOVERLEG of UITVOERING, elk kader\n' +
        '   getuige (politie-oost-nederland als DEELNEMER, BEGELEIDING, CASUSOVERLEG, VRIJWILLIG):\n' +
        '     query Getuige($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { schulden { __typename } } } }\n',
    );
  });

  test('says that tables differ in what decides nothing', async () => {
    const cited = write('artikel.json', (tabel) => {
      for (const one of verstrekkingen(tabel, 'gemeente.schulden')) one.grondslag = 'WGS 2.29 lid 1; Wgs 4a';
    });
    const { code, out } = await diff(same, cited);
    expect(code).toBe(0);
    expect(out).toMatch(/niets dicht\.\nDe tabellen verschillen wel: in wat niet beslist/);
    expect((await diff(same, same)).out).not.toContain('verschillen wel');
  });

  test('as a process prints with --json the digests and every group, and nothing else', async () => {
    const { code, out, err } = await spawnCli('main', ['diff', same, wider, '--json']);
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    const said = JSON.parse(out) as Record<'oud' | 'nieuw', { bron: string; digest: string }> & {
      opent: { getuige: { query: string } }[];
      sluit: unknown[];
      vloer: unknown;
    };
    expect(Object.keys(said)).toEqual(['oud', 'nieuw', 'opent', 'sluit', 'vloer', 'code']);
    expect(said.oud.bron).toBe(same);
    expect(said.oud.digest).not.toBe(said.nieuw.digest);
    expect(tabeltekst).toContain(said.oud.digest);
    expect(said.opent[0]?.getuige.query).toContain('schulden');
    expect([said.sluit, said.vloer]).toEqual([[], { opent: [], sluit: [] }]);
  }, 30_000);

  test('ends with 1 for a lower floor, though no cell moves', async () => {
    const lower = write('vloer.json', (tabel) => {
      delete tabel.vloer!['WGS']!['medischGeheim'];
    });
    const { code, out } = await diff(same, lower);
    expect(code).toBe(1);
    expect(out).toContain('VLOER GEWIJZIGD, GAAT OPEN');
    expect(out).toContain('  - regel medischGeheim van WGS (WGS 2.29 lid 2; BW 7:457)\n');
    const back = await diff(lower, same);
    expect(back.code).toBe(0);
    expect(back.out).toContain('VLOER GEWIJZIGD, GAAT DICHT');
  });

  test('tells what was of a wider way, of another label, of telling a source and of asking without one', async () => {
    const changes = write('alles.json', (tabel) => {
      for (const one of verstrekkingen(tabel, 'gemeente.wonen')) one.beperkingen = [];
      tabel.coordinaten['Incident.omschrijving']!.categorieen = ['politie.incidenten'];
      tabel.coordinaten['Hoofdbetrokkene.schulden']!.vraagt.push({ aan: 'police', categorie: 'casus.betrokkenheid' });
      tabel.coordinaten['Hoofdbetrokkene.veiligheidsbeeld']!.vraagt = [];
      tabel.partners['tactus']!.werkgebied.push('Utrecht');
    });
    const { out } = await diff(same, changes);
    expect(out).toContain('nu van GEMEENTE (WGS 2.30 lid 1 onder 3); eerst van GEMEENTE, alleen WERKGEBIED');
    expect(out).toContain(', eerst als politie.incidentinhoud\n       Incident.omschrijving');
    expect(out).toMatch(
      /vertelt nu, door te vragen:\n   - gemeente\.schulden aan politie-oost-nederland: casus\.betrokk/,
    );
    expect(out).toContain('kan nu vragen zonder dimence aan tafel');
    const place = write('plaats.json', (tabel) => void tabel.partners['tactus']!.werkgebied.push('Utrecht'));
    expect((await diff(same, place)).out).toContain(
      'alleen WERKGEBIED (WGS 2.30 lid 1 onder 3), voor een ander werkgebied',
    );
  });

  test('tells of own data, and of what no query reaches yet, that they are no more than that', async () => {
    const own = write('eigen.json', (tabel) => void (tabel.gegevens['gemeente.inkomen']!.bronnen = ['GEMEENTE']));
    const more = write('eigen2.json', (tabel) => void tabel.gegevens['gemeente.inkomen']!.bronnen.push('RVDK'));
    expect((await diff(own, more)).out).toMatch(
      /En eigen gegevens, nu via de hub \(geen verstrekking; --json zegt wanneer\):\n {5}RVDK: gemeente\.inkomen\n/,
    );
    const latent = write('latent.json', (tabel) => {
      tabel.coordinaten['Schuld.bedrag']!.categorieen = ['gemeente.schuldindicatie'];
    });
    expect((await diff(same, latent)).out).toContain('krijgen nu (toegekend; nog geen vraag komt er):');
  });

  test('takes a checkout, its schema folder, a file and a git revision for the same thing', async () => {
    const checkout = join(dir, 'checkout');
    mkdirSync(join(checkout, 'schema'), { recursive: true });
    for (const file of ['coordinates.json', 'api.graphql']) cpSync(join(SCHEMA, file), join(checkout, 'schema', file));
    for (const given of [checkout, join(checkout, 'schema'), join(checkout, 'schema/coordinates.json')]) {
      expect((await diff(same, given)).out).toContain('Er gaat niets open en niets dicht.');
    }
    const head = await diff('HEAD', 'HEAD');
    expect(head).toMatchObject({ code: 0, out: expect.stringContaining('Van HEAD (tabel ') as string });
  });

  const edit = (file: string, from: RegExp, to: string): void => {
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(file, text.replace(from, to));
  };
  const MEER = [
    /(gegevens: \[gemeente\.inkomen, gemeente\.schulden\]\n {4}van: \[GEMEENTE\]\n {4}aan: \[)/,
    '$1POLITIE, ',
  ] as const;

  test('reads a folder as it is written, also what nobody compiled yet', async () => {
    const folder = join(dir, 'geschreven');
    cpSync(SCHEMA, folder, { recursive: true });
    expect((await diff(same, folder)).code).toBe(0);
    edit(join(folder, 'convenanten', `${ZVH}.yaml`), ...MEER);
    const { code, out } = await diff(same, folder);
    expect({ code, told: out.includes('POLITIE krijgt nu:') }).toEqual({ code: 1, told: true });
    expect(readFileSync(join(folder, 'coordinates.json'), 'utf8')).toBe(tabeltekst);
    edit(join(folder, 'gegevens.yaml'), /naam: casus\.kern/, 'naam: Casus.Kern');
    const wrong = await diff(same, folder);
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 2, out: '' });
    expect(wrong.err).toMatch(ONE_LINE);
    expect(wrong.err).toMatch(/gegevens\.yaml:\d+:\d+ "Casus\.Kern" is ongeldig/);
  });

  test('compares two folders of convenanten, of a house of its own', async () => {
    const [one, other] = ['oude', 'nieuwe'].map((name) => join(dir, name)) as [string, string];
    for (const folder of [one, other]) cpSync(join(SCHEMA, 'convenanten', `${ZVH}.yaml`), join(folder, `${ZVH}.yaml`));
    expect((await diff(one, other)).code).toBe(0);
    edit(join(other, `${ZVH}.yaml`), ...MEER);
    expect((await diff(one, other)).code).toBe(1);
    expect((await diff(other, one)).code).toBe(0);
  });

  test('ends with 1 where the code that weighs the rules changed, and says which, though no cell moves', async () => {
    const copy = copyHouse(join(dir, 'andere-code'));
    expect(await diff(ROOT, copy)).toMatchObject({ code: 0, err: '' });
    edit(join(copy, 'gateway/decide/decideCategorie.ts'), /$/, '// iets anders\n');
    writeFileSync(join(copy, 'gateway/decide/nieuw.ts'), 'export {};\n');
    edit(join(copy, 'gateway/cli/diff.ts'), /$/, '// weegt niets\n');
    const { code, out, err } = await diff(ROOT, copy);
    expect({ code, err }).toEqual({ code: 1, err: 'De code die de regels weegt is gewijzigd (2); laat die beoordelen.\n' }); // oxfmt-ignore
    expect(out).toMatch(
      /niets dicht\.\n\nCODE GEWIJZIGD: .*\n {2}- gateway\/decide\/decideCategorie\.ts\n {2}- gateway\/decide\/nieuw\.ts\n$/,
    );
    expect((await diff(copy, same)).out).not.toContain('CODE');
  });

  test('compares the graph of each side: what is reached by a way that is gone is closed', async () => {
    const folder = join(dir, 'weg');
    mkdirSync(folder);
    cpSync(join(SCHEMA, 'coordinates.json'), join(folder, 'coordinates.json'));
    const api = readFileSync(join(SCHEMA, 'api.graphql'), 'utf8');
    writeFileSync(join(folder, 'api.graphql'), api.replace(/\n {2}"""[^"]*"""\n {2}schulden: \[Schuld!\]\n/, '\n'));
    const { code, out } = await diff(same, folder);
    expect(code).toBe(0);
    expect(out).toContain('Schuld.bedrag');
  });

  const broken = write('kapot.json', (tabel) => void (tabel.gegevens['casus.kern']!.betreft = 'IETS'));
  const api = join(dir, 'grafiek');
  mkdirSync(api);
  cpSync(join(SCHEMA, 'coordinates.json'), join(api, 'coordinates.json'));
  writeFileSync(join(api, 'api.graphql'), 'type {');
  test.each([
    [[same], 'De opdracht mist "nieuw".'],
    [
      [same, 'bestaat-niet'],
      '"bestaat-niet" is geen bestand, geen map, en geen git-revisie met een schema/coordinates.json.',
    ],
    [[same, '--', '--output=x'], '"--output=x" is geen bestand, geen map, en geen git-revisie'],
    [[same, dir], `In ${dir} staat geen coordinatentabel`],
    [[same, broken], 'gegevens > casus.kern > betreft: verwacht een van: CASUS'],
    [[same, join(SCHEMA, 'gegevens.yaml')], 'dit is geen JSON'],
    [[same, api], 'staat een api.graphql die niet te lezen is'],
  ])('refuses %j with one line', async (argv, text) => {
    const { code, out, err } = await diff(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(text);
  });

  test('a field relabelled in the SDL of a partner, before and after it is composed, ends with 1', async () => {
    const copy = copyHouse(join(dir, 'kopie'));
    const file = join(copy, 'schema/subgraphs/police.graphql');
    const sdl = readFileSync(file, 'utf8');
    const relabelled = sdl.replace(
      /(type Incident [^]*?omschrijving: String @policy\(policies: \[\[")[^"]+/,
      '$1politie.incidenten',
    );
    expect(relabelled).not.toBe(sdl);
    writeFileSync(file, relabelled);
    // Also before anybody composed it.
    const before = await diff(same, copy);
    expect(before.code).toBe(1);
    expect(before.out).toMatch(/krijgt nu:\n {3}- politie\.incidenten [^]*Incident\.omschrijving/);
    const node = (...argv: string[]): string =>
      execFileSync(process.execPath, ['-r', './compile.cjs', ...argv], {
        cwd: copy,
        encoding: 'utf8',
      });
    node('schema/compose/main.ts');
    expect(node('gateway/cli/contract.ts')).toContain('schema/coordinates.json: written');
    expect(() => node('gateway/cli/main.ts', 'diff', same, '.')).toThrow(
      expect.objectContaining({ status: 1 }) as Error,
    );
  }, 120_000);
});
