import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { KETENROLLEN, categorieen, line, readCell, soorten } from './readMatrix';
import { scratch } from './scratch';

const texts = z.array(z.string());
const shape = z.strictObject({
  convenant: z.string(),
  versie: z.string(),
  doel: z.enum(DOELEN),
  fase: z.enum(FASEN),
  kader: z.enum(KADERS),
  rol: z.string(),
  cellen: z.array(
    z.strictObject({
      categorie: z.string(),
      label: z.string(),
      ontvanger: z.string(),
      besluit: z.enum(['ALLOW', 'DENY', 'UNDECIDED']),
      artikel: z.string().nullable(),
      beperkingen: texts,
      reden: z.string().nullable(),
      toekenningen: z.array(
        z.strictObject({ van: z.string(), eigen: z.boolean(), artikel: z.string(), beperkingen: texts }),
      ),
    }),
  ),
});
type Asked = Record<'doel' | 'fase' | 'kader' | 'rol', string>;
const readRow = ({ categorie, ontvanger }: { categorie: string; ontvanger: string }, asked: Asked): string[] => [
  categorie,
  ontvanger,
  ...readCell(categorie, ontvanger, asked),
];
const argv = (asked: Asked): string[] => Object.entries(asked).flatMap(([naam, woord]) => [`--${naam}`, woord]);
const matrix = (asked: Asked, ...more: string[]): Promise<Outcome> => hub(['matrix', ...argv(asked), ...more]);
const OVERLEG = { doel: 'ZORG_EN_HULPVERLENING', fase: 'CASUSOVERLEG', kader: 'DWANG', rol: 'DEELNEMER' };

describe('hub matrix', () => {
  test('agrees cell by cell with a brute-force reading of the convenant', async () => {
    const asked = fc.record({
      doel: fc.constantFrom(...DOELEN),
      fase: fc.constantFrom(...FASEN),
      kader: fc.constantFrom(...KADERS),
      rol: fc.constantFrom('DEELNEMER', 'CASUSREGISSEUR', 'MELDER'),
    });
    await fc.assert(
      fc.asyncProperty(asked, async (situation) => {
        const { cellen } = shape.parse(JSON.parse((await matrix(situation, '--json')).out));
        expect(cellen.map(({ categorie, ontvanger }) => [categorie, ontvanger])).toEqual(
          categorieen.flatMap((naam) => [...soorten, ...KETENROLLEN].map((ontvanger) => [naam, ontvanger])),
        );
        const got = cellen.map(({ categorie, ontvanger, besluit, reden, toekenningen }) => {
          const given = toekenningen.map(({ van, artikel, beperkingen }) => line(van, artikel, beperkingen)).sort();
          return [categorie, ontvanger, ...(besluit === 'ALLOW' ? given : [reden])];
        });
        expect(got).toEqual(cellen.map((cel) => readRow(cel, situation)));
        const granted = cellen.filter(({ besluit }) => besluit === 'ALLOW');
        expect(granted.map(({ artikel, beperkingen }) => [artikel, beperkingen])).toEqual(
          granted.map(({ toekenningen }) => [
            [...new Set(toekenningen.map(({ artikel }) => artikel))].join('; '),
            [...new Set(toekenningen.flatMap(({ beperkingen }) => beperkingen))].sort(),
          ]),
        );
      }),
      { numRuns: 16 },
    );
  }, 60_000);

  test('shows in its table own data, beperkingen and what is not given', async () => {
    const { code, out } = await matrix(OVERLEG);
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
    expect(cell('politie.incidenten', 'PR')).toBe('-');
    expect(cell('politie.aandachtsinhoud', 'GGZ')).toBe('ja V');
    expect(cell('persoon.naam', 'GEM')).toBe('eigen+ja');
    expect(cell('zorg.diagnosen', 'VSZ')).toBe('eigen+ja VG');
    expect(cell('zorg.bekend', 'POL')).toBe('ja G');
    expect(cell('zorg.bekend', 'RVDK')).toBe('ja g');
    expect(out).not.toMatch(/\u001b/);
  });

  test('gives CSV with a line per cell, the same decisions as JSON', async () => {
    const { cellen } = shape.parse(JSON.parse((await matrix(OVERLEG, '--json')).out));
    const { code, out } = await matrix(OVERLEG, '--csv');
    const [head, ...lines] = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(head).toBe('categorie,label,ontvanger,besluit,artikel,beperkingen,reden');
    expect(lines).toHaveLength(cellen.length);
    cellen.forEach(({ categorie, label, ontvanger, besluit, artikel, beperkingen, reden }, index) => {
      const quoted = [categorie, label, ontvanger, besluit, artikel ?? '', beperkingen.join(' '), reden ?? ''].map(
        (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
      );
      expect(lines[index]).toBe(quoted.join(','));
    });
  });

  test('takes CASUSOVERLEG, DWANG and DEELNEMER when nothing else is said', async () => {
    const { out } = await hub(['matrix', '--doel', 'ZORG_EN_HULPVERLENING', '--json']);
    expect(out).toBe((await matrix(OVERLEG, '--json')).out);
  });

  test.each([
    [['--doel', 'BEGLEIDNG'], 'bedoelde u "BEGELEIDING"?'],
    [['--doel', 'CASUSREGIE', '--fase', 'OVERLEG'], '"OVERLEG" is geen fase; verwacht een van: AANMELDING'],
    [['--doel', 'CASUSREGIE', '--kader', 'dwang'], 'bedoelde u "DWANG"?'],
    [['--doel', 'CASUSREGIE', '--rol', 'AUDITOR'], 'is geen rol'],
    [['--doel', 'CASUSREGIE', '--convenant', 'veiligheidshuis-ijseland'], 'bedoelde u "veiligheidshuis-ijsselland"?'],
    [['--doel', 'CASUSREGIE', '--json', '--csv'], 'Gebruik --csv of --json, niet allebei.'],
  ])('refuses %j', async (given, text) => {
    const { code, out, err } = await hub(['matrix', ...given]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(text);
  });
});

describe('hub matrix over other convenanten', () => {
  const dir = scratch();
  const source = join(__dirname, '../../../schema/convenanten/veiligheidshuis-ijsselland.yaml');
  const text = readFileSync(source, 'utf8');
  const folder = (naam: string, files: Record<string, string>): { env: Record<string, string> } => {
    mkdirSync(join(dir, naam));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(dir, naam, file), content);
    return { env: { CONVENANTEN_DIR: join(dir, naam) } };
  };

  test('wants one named when there are several', async () => {
    const given = folder('twee', {
      'a.yaml': text,
      'b.yaml': text.replace('convenant: veiligheidshuis', 'convenant: ander'),
    });
    const { code, err } = await hub(['matrix', '--doel', 'CASUSREGIE'], given);
    expect(code).toBe(2);
    expect(err).toBe('Noem het convenant met --convenant; er zijn: ander-ijsselland, veiligheidshuis-ijsselland.\n');
    const { out } = await hub(['matrix', '--doel', 'CASUSREGIE', '--convenant', 'ander-ijsselland', '--json'], given);
    expect(shape.parse(JSON.parse(out)).convenant).toBe('ander-ijsselland');
  });

  test('counts only a version in force', async () => {
    const given = { ...folder('later', { 'a.yaml': text }), now: '2031-01-01T12:00:00Z' };
    const { code, err } = await hub(['matrix', '--doel', 'CASUSREGIE'], given);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Convenant veiligheidshuis-ijsselland heeft geen versie die vandaag geldt.\n',
    });
  });

  test('tells a line for each mistake in a convenant, and where', async () => {
    const given = folder('fout', { 'a.yaml': text.replaceAll('kaders: alle', 'kaders: [DWNG]') });
    const { code, err } = await hub(['matrix', '--doel', 'CASUSREGIE'], given);
    expect(code).toBe(2);
    const lines = err.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line).toMatch(/a\.yaml:\d+:\d+ "DWNG" is geen kader; bedoelde u "DWANG"\?$/);
  });

  test('gives a party named by its id a column of its own, beside the others of its kind', async () => {
    const first = /nr: 1\n[^]*?aan: \[GEMEENTE, /.exec(text)?.[0] ?? '';
    const given = folder('naam', {
      'a.yaml': text.replace(first, first.replace('[GEMEENTE, ', '[gemeente-deventer, ')),
    });
    const { out } = await hub(['matrix', '--doel', 'CASUSREGIE', '--json'], given);
    const besluit = (ontvanger: string) =>
      shape.parse(JSON.parse(out)).cellen.find((cel) => cel.categorie === 'casus.kern' && cel.ontvanger === ontvanger)
        ?.besluit;
    expect(besluit('gemeente-deventer')).toBe('ALLOW');
    expect(besluit('GEMEENTE')).toBe('DENY');
  });
});
