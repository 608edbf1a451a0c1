import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { ONDERWERPEN } from '../../../schema/domain/onderwerp';
import { ROLLEN } from '../../../schema/domain/rol';
import { toHtml } from '../../../gateway/cli/matrix/toHtml';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { KETENROLLEN, categorieen, convenanten, line, ontvangersOf, readCell } from './readMatrix';
import { scratch } from './scratch';

const texts = z.array(z.string());
const cel = z.strictObject({
  convenant: z.string(),
  versie: z.string(),
  categorie: z.string(),
  label: z.string(),
  betreft: z.enum(ONDERWERPEN),
  ontvanger: z.string(),
  rollen: z.array(z.enum(ROLLEN)),
  doelen: z.array(z.enum(DOELEN)),
  fasen: z.array(z.enum(FASEN)),
  kaders: z.array(z.enum(KADERS)),
  besluit: z.enum(['ALLOW', 'DENY']),
  artikel: z.string().nullable(),
  beperkingen: texts,
  voorwaarden: texts,
  reden: z.string().nullable(),
  toekenningen: z.array(
    z.strictObject({
      van: z.string(),
      eigen: z.boolean(),
      artikel: z.string(),
      beperkingen: texts,
      voorwaarden: texts,
    }),
  ),
});
const shape = z.strictObject({
  convenanten: z.array(z.strictObject({ id: z.string(), versie: z.string(), van: z.string(), tot: z.string() })),
  cellen: z.array(cel),
});
type Cel = z.infer<typeof cel>;
type Asked = Record<'doel' | 'fase' | 'kader' | 'rol', string>;

const ZVH = 'veiligheidshuis-ijsselland';
const matrix = (...argv: string[]): Promise<Outcome> => hub(['matrix', ...argv]);
const read = async (...argv: string[]): Promise<Cel[]> =>
  shape.parse(JSON.parse((await matrix(...argv, '--json')).out)).cellen;
const flags = (asked: Partial<Asked>): string[] => Object.entries(asked).flatMap(([naam, word]) => [`--${naam}`, word]);
const OVERLEG = { doel: 'ZORG_EN_HULPVERLENING', fase: 'CASUSOVERLEG', kader: 'DWANG', rol: 'DEELNEMER' };
const outcome = ({ besluit, reden, toekenningen }: Cel): (string | null)[] =>
  besluit === 'DENY'
    ? [reden]
    : toekenningen.map((one) => line(one.van, one.artikel, one.beperkingen, one.voorwaarden)).sort();

describe('hub matrix', () => {
  test('agrees cell by cell with a brute-force reading of every convenant, in every situation', async () => {
    for (const convenant of convenanten) {
      const cellen = await read('--convenant', convenant.convenant);
      const perPlace = new Map<string, Cel[]>();
      for (const one of cellen) {
        const key = `${one.categorie} ${one.ontvanger}`;
        perPlace.set(key, [...(perPlace.get(key) ?? []), one]);
      }
      const columns = [...ontvangersOf(convenant).keys(), ...KETENROLLEN];
      expect([...perPlace.keys()].sort()).toEqual(
        categorieen.flatMap((naam) => columns.map((ontvanger) => `${naam} ${ontvanger}`)).sort(),
      );
      const asked = fc.record({
        categorie: fc.constantFrom(...categorieen),
        ontvanger: fc.constantFrom(...columns),
        doel: fc.constantFrom(...convenant.doelen),
        fase: fc.constantFrom(...FASEN),
        kader: fc.constantFrom(...KADERS),
        rol: fc.constantFrom('DEELNEMER', 'CASUSREGISSEUR', 'MELDER'),
      });
      fc.assert(
        fc.property(asked, ({ categorie, ontvanger, ...at }) => {
          const rol = KETENROLLEN.includes(ontvanger) ? ontvanger : at.rol;
          const here = perPlace
            .get(`${categorie} ${ontvanger}`)!
            .filter((one) =>
              [
                one.rollen.some((word) => word === rol),
                one.doelen.some((word) => word === at.doel),
                one.fasen.some((word) => word === at.fase),
                one.kaders.some((word) => word === at.kader),
              ].every(Boolean),
            );
          expect(here).toHaveLength(1);
          expect(outcome(here[0]!)).toEqual(readCell(convenant, categorie, ontvanger, at));
          const { toekenningen, artikel, beperkingen, besluit } = here[0]!;
          if (besluit === 'DENY') return;
          expect(artikel).toBe([...new Set(toekenningen.map((one) => one.artikel))].join('; '));
          expect(beperkingen).toEqual([...new Set(toekenningen.flatMap((one) => one.beperkingen))].sort());
        }),
        { numRuns: 400 },
      );
    }
  }, 60_000);

  test('each filter, given once or more, leaves those cells and no others', async () => {
    const all = await read('--convenant', ZVH);
    const given: [string[], (one: Cel) => boolean][] = [
      [['--partner', 'POLITIE', '--partner', 'OM'], ({ ontvanger }) => ['POLITIE', 'OM'].includes(ontvanger)],
      [['--partner', 'PROCESREGISSEUR'], ({ ontvanger }) => ontvanger === 'PROCESREGISSEUR'],
      [['--categorie', 'politie.*'], ({ categorie }) => categorie.startsWith('politie.')],
      [
        ['--categorie', 'zorg.bekend', '--categorie', 'kring.*'],
        ({ categorie }) => categorie === 'zorg.bekend' || categorie.startsWith('kring.'),
      ],
      [['--betreft', 'KRINGLID', '--betreft', 'CASUS'], ({ betreft }) => ['KRINGLID', 'CASUS'].includes(betreft)],
    ];
    for (const [argv, wanted] of given) {
      const left = all.filter(wanted);
      expect(left.length).toBeGreaterThan(0);
      expect(await read('--convenant', ZVH, ...argv)).toEqual(left);
    }
    const narrowed = await read(
      '--convenant',
      ZVH,
      '--fase',
      'CASUSOVERLEG',
      '--fase',
      'UITVOERING',
      '--kader',
      'DRANG',
    );
    expect(narrowed.every(({ fasen }) => fasen.every((one) => ['CASUSOVERLEG', 'UITVOERING'].includes(one)))).toBe(
      true,
    );
    expect(narrowed.every(({ kaders }) => kaders.join() === 'DRANG')).toBe(true);
    const rol = await read('--rol', 'MELDER', '--doel', 'CASUSREGIE');
    expect(new Set(rol.flatMap(({ rollen, doelen }) => [...rollen, ...doelen]))).toEqual(
      new Set(['MELDER', 'CASUSREGIE']),
    );
    const one = await read('--partner', 'gemeente-zwolle', '--categorie', 'gemeente.schulden', ...flags(OVERLEG));
    expect(one.map(({ ontvanger }) => ontvanger)).toEqual(one.map(() => 'gemeente-zwolle'));
  });

  test('of one situation shows a table: own data, beperkingen and what is not given', async () => {
    const { code, out } = await matrix(...flags(OVERLEG), '--convenant', ZVH);
    expect(code).toBe(0);
    expect(out).toContain('doel ZORG_EN_HULPVERLENING, fase CASUSOVERLEG, kader DWANG, rol DEELNEMER');
    const row = (naam: string): string[] =>
      out
        .split('\n')
        .find((one) => one.startsWith(naam))!
        .split(/ {2,}/);
    const columns = row('gegevenscategorie');
    const cell = (naam: string, kort: string): string => row(naam)[columns.indexOf(kort)]!;
    expect(cell('politie.incidenten', 'POL')).toBe('eigen');
    expect(cell('politie.incidenten', 'GGZ')).toBe('-');
    expect(cell('politie.aandachtsinhoud', 'GGZ')).toBe('ja V');
    expect(cell('persoon.naam', 'GEM')).toBe('eigen+ja');
    expect(cell('zorg.diagnosen', 'VSZ')).toBe('eigen+ja VG');
    expect(cell('zorg.bekend', 'POL')).toBe('ja G');
    expect(cell('zorg.bekend', 'RVDK')).toBe('ja g');
    const chain = await matrix(
      ...flags({ ...OVERLEG, doel: 'CASUSREGIE', rol: 'PROCESREGISSEUR' }),
      '--convenant',
      ZVH,
    );
    expect(chain.out).toMatch(/^casus\.plan +ja$/m);
    expect(chain.out).toMatch(/^politie\.incidenten +-$/m);
    expect(out).not.toMatch(/\u001b/);
  });

  test('of everything says in words who has what when, alike ones together, and no more lines than that takes', async () => {
    const { code, out } = await matrix('--convenant', ZVH);
    expect(code).toBe(0);
    expect(out).toContain(
      'gemeente.schulden: Schulden en schuldhulp (HOOFDBETROKKENE)\n' +
        '  eigen gegevens: GEMEENTE\n' +
        '  van GEMEENTE (WGS 2.30 lid 1 onder 4 en 5)\n' +
        '    MAATSCHAPPELIJK_WERK: als DEELNEMER of CASUSREGISSEUR, voor BEGELEIDING, in CASUSOVERLEG of UITVOERING, elk kader\n',
    );
    expect(out).toMatch(/^ {4}PROCESREGISSEUR: voor CASUSREGIE, in elke fase, elk kader$/m);
    expect(out.split('\n').length).toBeLessThan(450);
    const nothing = await matrix('--convenant', ZVH, '--partner', 'POLITIE', '--categorie', 'zorg.diagnosen');
    expect(nothing.out).toContain('Niets.');
  });

  test('gives CSV with a line per cell, the same as JSON', async () => {
    const cellen = await read(...flags(OVERLEG));
    const { code, out } = await matrix(...flags(OVERLEG), '--csv');
    const [head, ...lines] = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(head).toBe(
      'convenant,versie,categorie,label,betreft,ontvanger,rollen,doelen,fasen,kaders,besluit,artikel,beperkingen,voorwaarden,reden,van',
    );
    expect(lines).toHaveLength(cellen.length);
    cellen.forEach((one, index) => {
      const { convenant, versie, categorie, label, betreft, ontvanger, besluit, artikel, reden } = one;
      const lists = [one.rollen, one.doelen, one.fasen, one.kaders].map((words) => words.join(' '));
      const bounds = [one.beperkingen.join(' '), one.voorwaarden.join(' ')];
      const van = one.toekenningen.map((each) => each.van).join(' ');
      const cells = [
        convenant,
        versie,
        categorie,
        label,
        betreft,
        ontvanger,
        ...lists,
        besluit,
        artikel,
        ...bounds,
        reden,
        van,
      ];
      const quoted = cells.map((text) => (/[",]/.test(text ?? '') ? `"${text!.replaceAll('"', '""')}"` : (text ?? '')));
      expect(lines[index]).toBe(quoted.join(','));
    });
  });

  test.each([
    [['--doel', 'BEGLEIDNG'], 'bedoelde u "BEGELEIDING"?'],
    [['--fase', 'OVERLEG'], '"OVERLEG" is geen fase; verwacht een van: AANMELDING'],
    [['--kader', 'dwang'], 'bedoelde u "DWANG"?'],
    [['--rol', 'AUDITOR'], 'is geen rol'],
    [['--betreft', 'ZELF'], 'is geen onderwerp'],
    [['--partner', 'POLITE'], 'bedoelde u "POLITIE"?'],
    [['--categorie', 'zorg.diagnoses'], 'bedoelde u "zorg.diagnosen"?'],
    [['--categorie', 'zor.*'], 'is geen gegevenscategorie'],
    [['--categorie', 'zorg.*', '--betreft', 'PROFESSIONAL'], 'Geen enkel gegeven past'],
    [['--convenant', 'veiligheidshuis-ijseland'], 'bedoelde u "veiligheidshuis-ijsselland"?'],
    [['--convenant', ZVH, '--doel', 'FRAUDEBESTRIJDING'], `Convenant ${ZVH} kent FRAUDEBESTRIJDING niet`],
    [['--convenant', ZVH, '--partner', 'SVB'], 'Geen enkele cel past'],
    [['--json', '--csv'], 'Gebruik --csv of --json, niet allebei.'],
    [['--html', '-', '--json'], 'Gebruik --html <bestand> of --json, niet allebei.'],
    [['--html', '/nergens/x.html'], '/nergens/x.html kan niet worden geschreven.'],
  ])('refuses %j', async (given, text) => {
    const { code, out, err } = await matrix(...given);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(text);
  });
});

describe('the page of the matrix', () => {
  const dir = scratch();

  test('is one page that fetches and runs nothing, with the article in each cell', async () => {
    const { code, out } = await matrix(...flags(OVERLEG), '--html', '-');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(out).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?:|\son\w+=/i);
    expect(out).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(out).toContain('@media print');
    const cellen = await read(...flags(OVERLEG));
    const sections = out.split('<section').slice(1);
    expect(sections).toHaveLength(new Set(cellen.map(({ convenant }) => convenant)).size);
    for (const section of sections) {
      const id = /<h2 id="[^"]+">([^<]+)</.exec(section)?.[1];
      const own = cellen.filter(({ convenant }) => convenant === id);
      expect(section).toMatch(/<caption>[^<]+, versie \S+, geldig van \S+ tot \S+<\/caption>/);
      const rows = section.split('<tr>').slice(1);
      const columns = new Set(own.map(({ ontvanger }) => ontvanger)).size;
      expect(rows[0]!.match(/<th scope="col">/g)).toHaveLength(columns + 1);
      expect(rows).toHaveLength(new Set(own.map(({ categorie }) => categorie)).size + 1);
      for (const row of rows.slice(1)) {
        expect(row.match(/<th scope="row">/g)).toHaveLength(1);
        expect(row.match(/<td>/g)).toHaveLength(columns);
        for (const cell of row.match(/<strong>[^<]+<\/strong><br>[^<]*/g) ?? []) {
          expect(cell).toMatch(/eigen gegevens|\(.+\)/);
        }
      }
      const granted = own.filter(({ besluit }) => besluit === 'ALLOW').length;
      expect(section.match(/<strong>/g) ?? []).toHaveLength(granted);
    }
  });

  test('is well-formed, and reached by keyboard where it scrolls', async () => {
    const { out } = await matrix('--convenant', ZVH, '--html', '-');
    const open: string[] = [];
    for (const [, closing, tag] of out.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (['meta', 'br'].includes(tag!)) continue;
      if (closing === '') open.push(tag!);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
    expect(out).toContain('<div class="scroll" tabindex="0" role="region" aria-labelledby="convenant-1">');
  });

  test('escapes whatever it is given', () => {
    const nasty = `<script>"x" & 'y'`;
    const convenant = { id: nasty, versie: nasty, titel: nasty, van: nasty, tot: nasty };
    const wegen = [{ categorie: nasty, van: [nasty], eigen: false, beperkingen: [], voorwaarden: [], artikel: nasty }];
    const words = { rollen: [nasty], doelen: [nasty], fasen: [nasty], kaders: [nasty] };
    const one = {
      ...words,
      categorie: nasty,
      label: nasty,
      ontvanger: nasty,
      besluit: 'ALLOW',
      toekenningen: [],
      wegen,
    };
    const other = { ...one, rollen: [nasty, 'x'], doelen: ['x'] };
    const vraag = { ...words, ontvangers: [nasty], categorieen: [nasty], betreft: null };
    const page = toHtml(
      vraag as unknown as Parameters<typeof toHtml>[0],
      [{ convenant, cellen: [one, other] }] as unknown as Parameters<typeof toHtml>[1],
      new Date(),
    );
    expect(page).not.toContain('<script');
    expect(page.split('<body>')[1]).not.toMatch(/['&](?!#)|&(?!#)/);
    expect(page).toContain('&#60;script&#62;&#34;x&#34; &#38; &#39;y&#39;');
  });

  test('goes into a file when one is named, and then nothing else is on stdout', async () => {
    const file = join(dir, 'matrix.html');
    const { code, out, err } = await matrix(...flags(OVERLEG), '--convenant', ZVH, '--html', file);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: `Geschreven: ${file}\n` });
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe((await matrix(...flags(OVERLEG), '--convenant', ZVH, '--html', '-')).out);
  });
});

describe('hub matrix over other convenanten', () => {
  const dir = scratch();
  const source = join(__dirname, `../../../schema/convenanten/${ZVH}.yaml`);
  const text = readFileSync(source, 'utf8');
  const folder = (naam: string, files: Record<string, string>): { env: Record<string, string> } => {
    mkdirSync(join(dir, naam));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(dir, naam, file), content);
    return { env: { CONVENANTEN_DIR: join(dir, naam) } };
  };

  test('shows all that know the doel, unless some are named', async () => {
    const given = folder('twee', {
      'a.yaml': text,
      'b.yaml': text.replace('convenant: veiligheidshuis', 'convenant: ander'),
    });
    const ids = async (...argv: string[]): Promise<string[]> => {
      const { out } = await hub(['matrix', '--doel', 'CASUSREGIE', ...argv, '--json'], given);
      return shape.parse(JSON.parse(out)).convenanten.map(({ id }) => id);
    };
    expect(await ids()).toEqual(['ander-ijsselland', ZVH]);
    expect(await ids('--convenant', 'ander-ijsselland')).toEqual(['ander-ijsselland']);
    expect(await ids('--convenant', ZVH, '--convenant', 'ander-ijsselland')).toHaveLength(2);
    const known = await hub(['matrix', '--doel', 'FRAUDEBESTRIJDING', '--json']);
    expect(shape.parse(JSON.parse(known.out)).convenanten.map(({ id }) => id)).toEqual(['fraudeteam-ijsselland']);
  });

  test('counts only a version in force', async () => {
    const given = { ...folder('later', { 'a.yaml': text }), now: '2031-01-01T12:00:00Z' };
    const { code, err } = await hub(['matrix', '--convenant', ZVH], given);
    expect({ code, err }).toEqual({ code: 2, err: `Convenant ${ZVH} heeft geen versie die vandaag geldt.\n` });
    expect((await hub(['matrix'], given)).err).toBe('Geen enkel convenant heeft een versie die vandaag geldt.\n');
  });

  test('tells a line for each mistake in a convenant, and where', async () => {
    const given = folder('fout', { 'a.yaml': text.replaceAll('kaders: alle', 'kaders: [DWNG]') });
    const { code, err } = await hub(['matrix', '--doel', 'CASUSREGIE'], given);
    expect(code).toBe(2);
    const lines = err.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const one of lines) expect(one).toMatch(/a\.yaml:\d+:\d+ "DWNG" is geen kader; bedoelde u "DWANG"\?$/);
  });

  test('gives a party named by its id a column of its own, beside the others of its kind', async () => {
    const first = /nr: 1\n[^]*?aan: \[GEMEENTE, /.exec(text)?.[0] ?? '';
    const given = folder('naam', {
      'a.yaml': text.replace(first, first.replace('[GEMEENTE, ', '[gemeente-deventer, ')),
    });
    const { out } = await hub(['matrix', ...flags({ ...OVERLEG, doel: 'CASUSREGIE' }), '--json'], given);
    const besluit = (ontvanger: string) =>
      shape.parse(JSON.parse(out)).cellen.find((one) => one.categorie === 'casus.kern' && one.ontvanger === ontvanger)
        ?.besluit;
    expect(besluit('gemeente-deventer')).toBe('ALLOW');
    expect(besluit('GEMEENTE')).toBe('DENY');
  });
});
