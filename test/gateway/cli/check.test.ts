import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readKetenpartners } from '../../../schema/partners';
import { toetsgevalJsonSchema } from '../../../gateway/inzage/toetsgevallen/jsonSchema';
import { convenanten } from './readMatrix';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { copyHouse } from './copyHouse';
import { scratch } from './scratch';
import { spawnCli } from './spawnCli';

const dir = scratch();
const SCHEMA = join(__dirname, '../../../schema');
const ZVH = 'veiligheidshuis-ijsselland';
const shape = z.strictObject({
  klopt: z.boolean(),
  meldingen: z.array(
    z.strictObject({ bestand: z.string(), regel: z.number(), kolom: z.number(), melding: z.string() }),
  ),
  gevallen: z.number(),
  fouten: z.array(
    z.strictObject({
      bestand: z.string(),
      regel: z.number(),
      kolom: z.number(),
      omschrijving: z.string(),
      ontvanger: z.string(),
      gegeven: z.string(),
      verwacht: z.string(),
      kreeg: z.string(),
      artikel: z.string().nullable(),
      reden: z.string().nullable(),
    }),
  ),
});

let folders = 0;
/** A folder with one file of toetsgevallen. */
function gevallen(text: string): string {
  const folder = join(dir, `gevallen-${String((folders += 1))}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'geval.yaml'), text);
  return folder;
}
const geval = (...lines: string[]): string =>
  ['gevallen:', '  - omschrijving: Een geval', `    convenant: ${ZVH}`, ...lines.map((line) => `    ${line}`), ''].join(
    '\n',
  );
/** The RvdK reports a case: four things of the dossier. */
const MELDER = [
  'wie: { soort: RVDK, rol: MELDER }',
  'doel: CASUSREGIE',
  'casus: { fase: AANMELDING, kader: DRANG, bevestigd: false }',
];
const DOSSIER = 'casus.kern, casus.tafel, casus.doeltoets, casus.betrokkenheid';
const check = (text: string, env = {}): Promise<Outcome> => hub(['check', '--gevallen', gevallen(text)], { env });
const fouten = async (text: string, env = {}) => {
  const { out } = await hub(['check', '--gevallen', gevallen(text), '--json'], { env });
  return shape.parse(JSON.parse(out)).fouten;
};

describe('hub check', () => {
  test('finds the rules and the toetsgevallen of this house in order, as a process', async () => {
    const { code, out, err } = await spawnCli('main', ['check', '--json']);
    expect({ out: shape.parse(JSON.parse(out)), code, err }).toMatchObject({
      out: { klopt: true, meldingen: [], fouten: [] },
      code: 0,
      err: '',
    });
    expect(shape.parse(JSON.parse(out)).gevallen).toBeGreaterThanOrEqual(12);
    expect((await hub(['check'])).out).toMatch(/^Alles klopt; \d+ toetsgevallen\.\n$/);
  }, 60_000);

  test('what is listed is given, and what is not listed is denied', async () => {
    expect((await check(geval(...MELDER, `verwacht: [{ gegevens: [${DOSSIER}], beperkingen: [] }]`))).code).toBe(0);
    const { code, out, err } = await check(
      geval(...MELDER, 'verwacht:', '  - gegevens: [casus.kern, casus.tafel, zorg.bekend]'),
    );
    expect({ code, err }).toEqual({ code: 1, err: 'Er klopt iets niet: 3 keer.\n' });
    expect(out).toMatch(
      /geval\.yaml:8 Een geval\n {2}zorg\.bekend voor rvdk: verwacht verstrekt; kreeg geweigerd \(\w+, WGS 2\.30 lid 1 onder 6\)\n/,
    );
    expect(out).toMatch(
      /geval\.yaml:8 Een geval\n {2}casus\.betrokkenheid voor rvdk: verwacht geweigerd; kreeg verstrekt van gemeente-zwolle, zonder beperking; .* \(WGS 2\.32\)\n/,
    );
    expect(out).toContain('casus.doeltoets voor rvdk: verwacht geweigerd');
  });

  test('beperkingen, voorwaarden and sources, where they are named, are exactly those', async () => {
    const actie = (verwacht: string): string =>
      geval(
        'wie: { soort: MAATSCHAPPELIJK_WERK, rol: DEELNEMER }',
        'doel: CASUSREGIE',
        'casus: { fase: UITVOERING, kader: DRANG }',
        `verwacht: [{ gegevens: [casus.acties]${verwacht} }]`,
      );
    const about = async (verwacht: string): Promise<string[]> =>
      (await fouten(actie(verwacht))).filter(({ gegeven }) => gegeven === 'casus.acties').map(({ kreeg }) => kreeg);
    expect(await about('')).toEqual([]);
    expect(await about(', beperkingen: [EIGEN_EN_RELEVANT], van: [GEMEENTE], voorwaarden: []')).toEqual([]);
    expect(await about(', beperkingen: []')).toHaveLength(1);
    expect(await about(', beperkingen: [EIGEN_EN_RELEVANT, WERKGEBIED]')).toHaveLength(1);
    expect(await about(', van: [gemeente-zwolle]')).toEqual([
      'verstrekt van gemeente-deventer, alleen EIGEN_EN_RELEVANT; verstrekt van gemeente-hardenberg, alleen EIGEN_EN_RELEVANT',
    ]);
    expect(await about(', voorwaarden: [NIET_VASTLEGGEN]')).toHaveLength(1);
  });

  test('own data is told from what others give', async () => {
    const ggz = (verwacht: string): string =>
      geval(
        'wie: { soort: GGZ, rol: DEELNEMER }',
        'doel: ZORG_EN_HULPVERLENING',
        'casus: { fase: CASUSOVERLEG, kader: DRANG }',
        `verwacht: [${verwacht}]`,
      );
    const about = async (verwacht: string): Promise<string[]> =>
      (await fouten(ggz(verwacht))).filter(({ gegeven }) => gegeven === 'zorg.diagnosen').map((one) => one.verwacht);
    const own = '{ gegevens: [zorg.diagnosen], van: [EIGEN] }';
    const others = '{ gegevens: [zorg.diagnosen], van: [GGD, VERSLAVINGSZORG], beperkingen: [MET_GROND, VRIJGEGEVEN] }';
    expect(await about(`${own}, ${others}`)).toEqual([]);
    expect(await about(own)).toEqual(['verstrekt van EIGEN']);
    expect(await about(others)).toEqual(['verstrekt van GGD of VERSLAVINGSZORG, alleen MET_GROND en VRIJGEGEVEN']);
    const kring = '{ gegevens: [zorg.kringbekend], beperkingen: [MET_GROND] }';
    const only = (await fouten(ggz(kring))).filter(({ gegeven }) => gegeven === 'zorg.kringbekend');
    expect(only.map(({ kreeg }) => kreeg)).toEqual(['eigen gegevens']);
  });

  test('says of what is granted and not reached, or not let in, that it is not had', async () => {
    const om = geval(
      'wie: { soort: OM, rol: DEELNEMER }',
      'doel: BEGELEIDING',
      'casus: { fase: CASUSOVERLEG, kader: VRIJWILLIG }',
      'verwacht: [{ gegevens: [zorg.bekend, persoon.wijk] }]',
    );
    const found = (await fouten(om)).filter(({ gegeven }) => ['zorg.bekend', 'persoon.wijk'].includes(gegeven));
    expect(found.map(({ gegeven, kreeg, reden }) => [gegeven, kreeg, reden])).toEqual([
      ['persoon.wijk', 'toegekend, maar geen vraag komt er', null],
      ['zorg.bekend', 'geweigerd', expect.any(String)],
    ]);
    const outside = geval(
      'wie: { soort: RECLASSERING, rol: DEELNEMER }',
      'doel: BESTUURLIJKE_HANDHAVING',
      'casus: { fase: CASUSOVERLEG, kader: DWANG }',
      'verwacht: [{ gegevens: [casus.kern] }]',
    );
    expect((await fouten(outside)).map(({ reden }) => reden)).toEqual(['DOEL_NIET_GEDEKT']);
  });

  test('holds a toetsgeval for every partij of a kind, and a rol of the chain for every employer', async () => {
    const all = geval('wie: { soort: GEMEENTE, rol: DEELNEMER }', ...MELDER.slice(1), 'verwacht: []');
    expect(new Set((await fouten(all)).map(({ ontvanger }) => ontvanger))).toEqual(
      new Set(['gemeente-zwolle', 'gemeente-deventer', 'gemeente-hardenberg']),
    );
    const chain = geval('wie: { rol: PROCESREGISSEUR }', ...MELDER.slice(1), 'verwacht: []');
    const partijen = convenanten.find(({ convenant }) => convenant === ZVH)!.partijen;
    expect(new Set((await fouten(chain)).map(({ ontvanger }) => ontvanger))).toEqual(new Set(partijen));
  });

  test.each<[string, string, string]>([
    [
      'a mistyped category',
      geval(...MELDER, 'verwacht: [{ gegevens: [casus.kren] }]'),
      ':7:29 "casus.kren" is geen gegevenscategorie; bedoelde u "casus.kern"?',
    ],
    ['what nobody can list', geval(...MELDER, 'verwacht: [{ gegevens: [zetel.eigen] }]'), 'is geen gegevenscategorie'],
    ['an unknown convenant', geval(...MELDER, 'verwacht: []').replace(ZVH, 'veiligheidshuis'), 'is geen convenant'],
    ['an unknown key', geval(...MELDER, 'verwacht: []', 'extra: 1'), ':8:5 "extra" is geen sleutel die hier mag staan'],
    [
      'nobody',
      geval('wie: { rol: DEELNEMER }', ...MELDER.slice(1), 'verwacht: []'),
      'bij rol DEELNEMER hoort een partner of soort',
    ],
    [
      'two at once',
      geval('wie: { rol: DEELNEMER, soort: OM, partner: rvdk }', ...MELDER.slice(1), 'verwacht: []'),
      'verwacht partner of soort, niet allebei',
    ],
    ['no case at all', 'gevallen: []\n', 'verwacht ten minste een geval'],
    ['an alias', geval(...MELDER, 'verwacht: &x []'), 'anker "&x" is niet toegestaan'],
  ])('tells of %s where it is, and ends with 1', async (_what, text, melding) => {
    const { code, out } = await check(text);
    expect(code).toBe(1);
    expect(out).toMatch(/^\S+geval\.yaml:\d+:\d+ /);
    expect(out).toContain(melding);
  });

  test('tells all mistakes of all convenanten, and that a convenant is not in force', async () => {
    const folder = join(dir, 'convenanten');
    cpSync(join(SCHEMA, 'convenanten'), folder, { recursive: true });
    const file = join(folder, `${ZVH}.yaml`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll('kaders: alle', 'kaders: [DWNG]'));
    const broken = await hub(['check', '--json'], { env: { CONVENANTEN_DIR: folder } });
    expect(broken.code).toBe(1);
    const { meldingen, gevallen: held } = shape.parse(JSON.parse(broken.out));
    expect(held).toBe(0);
    expect(meldingen.length).toBeGreaterThan(10);
    for (const one of meldingen) expect(one.melding).toBe('"DWNG" is geen kader; bedoelde u "DWANG"?');
    writeFileSync(file, text);
    const later = await hub(['check', '--gevallen', gevallen(geval(...MELDER, 'verwacht: []'))], {
      env: { CONVENANTEN_DIR: folder },
      now: '2031-02-01T12:00:00Z',
    });
    expect(later.out).toMatch(new RegExp(`geval\\.yaml:3:16 convenant ${ZVH} heeft geen versie die vandaag geldt`));
  });

  test.each([
    [['--gevallen', '/nergens'], 'De map /nergens met toetsgevallen kan niet worden gelezen.'],
    [['--gevallen', join(SCHEMA, 'domain')], 'staat geen toetsgeval (een bestand op .yaml).'],
  ])('ends with 2 where there is nothing to check: %j', async (argv, text) => {
    const { code, out, err } = await hub(['check', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(text);
  });

  test('the JSON Schema that editors use is made from the shape that is read', () => {
    const ids = [...new Set(convenanten.map(({ convenant }) => convenant))].sort();
    const committed = readFileSync(join(__dirname, '../../cases/toetsgeval.schema.json'), 'utf8');
    expect(committed).toBe(toetsgevalJsonSchema(readGegevenscatalogus(), readKetenpartners(), ids));
  });
});

describe('hub check of a house with convenanten of its own', () => {
  test('holds them against the toetsgevallen beside them, if there are any, and not against ours', async () => {
    const own = join(dir, 'eigen');
    cpSync(join(SCHEMA, 'convenanten', 'crisisketen-ijsselland.yaml'), join(own, 'crisisketen-ijsselland.yaml'));
    const env = { CONVENANTEN_DIR: own };
    expect(await hub(['check'], { env })).toMatchObject({ code: 0, out: 'Alles klopt; 0 toetsgevallen.\n' });
    mkdirSync(join(own, 'gevallen'));
    const wie = 'wie: { soort: GEMEENTE, rol: DEELNEMER }\n    doel: CASUSREGIE\n    casus: { fase: AANMELDING, kader: VRIJWILLIG, bevestigd: false }'; // oxfmt-ignore
    const text = (krijgt: string) => `gevallen:\n  - omschrijving: Een melding\n    convenant: crisisketen-ijsselland\n    ${wie}\n    verwacht: [{ gegevens: [${krijgt}] }]\n`; // oxfmt-ignore
    writeFileSync(join(own, 'gevallen/een.yaml'), text('persoon.bsn'));
    const wrong = await hub(['check'], { env });
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/casus\.kern voor gemeente-zwolle: verwacht geweigerd; kreeg verstrekt/);
  });
});

describe('hub check finds what drifted', () => {
  const copy = join(dir, 'kopie');
  beforeAll(() => copyHouse(copy));

  test('a table behind the convenanten, a field without its key category, a toetsgeval that falls', async () => {
    const change = (file: string, from: RegExp, to: string): void => {
      const path = join(copy, file);
      const text = readFileSync(path, 'utf8');
      expect(text).toMatch(from);
      writeFileSync(path, text.replace(from, to));
    };
    change('schema/gegevens.yaml', /(naam: zorg\.diagnosen[^]*?)vrijgave: true/, '$1vrijgave: false');
    change(
      `schema/convenanten/${ZVH}.yaml`,
      /(gegevens: \[casus\.aanwezigheid\]\n {4}van: \[GEMEENTE\]\n {4}aan: \[GEMEENTE, )OM/,
      '$1OM, POLITIE',
    );
    change('schema/supergraph.graphql', /(directeKring: \[Kringlid!\] [^\n]*\[\[)"casus\.kring"/, '$1"casus.kern"');
    const { code, out } = await spawnCli('main', ['check', '--json'], {}, '', copy);
    const { meldingen } = shape.parse(JSON.parse(out));
    expect(code).toBe(1);
    const told = meldingen.map(({ bestand, melding }) => `${bestand} ${melding}`);
    expect(told).toContainEqual(expect.stringMatching(/coordinates\.json de tabel is \w+, de regels geven \w+; draai/));
    expect(told).toContainEqual(expect.stringMatching(/supergraph\.graphql Casus\.directeKring .*"casus\.kring"/));
  }, 60_000);
});
