import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../../gateway/register/reader/entry';
import { readRegister } from '../../harness/readRegister';
import { type House, startHouse } from '../../harness/startHouse';
import { askAround } from './askAround';
import { copyRegister } from './copyRegister';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';

interface Uitslag {
  readonly getrokken: number[];
  readonly eens: number;
  readonly tabellen: { map: string; digest: string }[];
  readonly verschillen: { bewijs: string; coordinaat: string; verwacht: string; gevonden: string }[];
  readonly nietBeoordeeld: { bewijs: string; waarom: string }[];
}

const CONVENANTEN = join(__dirname, '../../../schema/convenanten');
const dir = scratch();
/** Rules under which the police gets one thing less, and everybody of the ggz one thing more. */
const andere = join(dir, 'convenanten');
let house: House;
/** A hub that decides by those. */
let other: House;

jest.setTimeout(180_000);
beforeAll(async () => {
  mkdirSync(andere);
  for (const naam of readdirSync(CONVENANTEN).filter((one) => one.endsWith('.yaml'))) {
    const text = readFileSync(join(CONVENANTEN, naam), 'utf8');
    writeFileSync(join(andere, naam), text.replaceAll('kaders: [DRANG, DWANG]', 'kaders: [DWANG]'));
  }
  house = await startHouse();
  other = await startHouse({ env: { CONVENANTEN_DIR: andere } });
  await askAround(house, 40);
  await askAround(other, 15);
  const auditor = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-5' };
  await house.ask({
    ...auditor,
    query: '{ attest { tabel } mijnCasussen { casusId } registerbesluiten { volgende } }',
  });
  await house.ask({ ...auditor, query: '{ __schema { queryType { name } } }' });
});
afterAll(() => Promise.all([house.stop(), other.stop()]));

const sample = (KETENHUB_DIR: string, ...argv: string[]): Promise<Outcome> =>
  hub(['register', 'sample', ...argv], { env: { KETENHUB_DIR } });
const judged = async (folder: string, ...argv: string[]): Promise<Outcome & { uitslag: Uitslag }> => {
  const outcome = await sample(folder, '--json', '--n', '1000', ...argv);
  return { ...outcome, uitslag: JSON.parse(outcome.out) as Uitslag };
};
const answered = (): Entry[] => readRegister(house).filter(({ soort }) => soort === 'ANTWOORD');
/** The house's register after somebody changed one entry in it. */
const tampered = (naam: string, edit: (entry: Entry) => object | null): string => {
  const folder = join(dir, naam);
  copyRegister(house.dir, folder, edit);
  return folder;
};

describe('hub register sample', () => {
  test('ends with 0 where all was decided as the rules say, whatever was asked by whom', async () => {
    const { code, err, uitslag } = await judged(house.dir);
    expect({ code, err, verschillen: uitslag.verschillen, niet: uitslag.nietBeoordeeld }).toEqual({ code: 0, err: '', verschillen: [], niet: [] }); // oxfmt-ignore
    const looks = readRegister(house).filter(({ soort, gevraagd = [] }) => soort === 'INZAGE' && !gevraagd.includes('Query.__schema')); // oxfmt-ignore
    expect(uitslag.getrokken).toHaveLength(answered().length + looks.length);
    expect(uitslag.eens).toBe(uitslag.getrokken.length);
    // It says something only if much was refused and much was given, also with arguments.
    const refused = new Set(answered().flatMap(({ weigeringen = [] }) => weigeringen.map(({ reden }) => reden)));
    expect(refused.size).toBeGreaterThan(3);
    expect(answered().filter(({ argumenten = [] }) => argumenten.some((one) => /vanaf/.test(one))).length).toBeGreaterThan(3); // oxfmt-ignore
  });

  test('tells people what it drew, how, and by which table', async () => {
    const { code, out } = await sample(house.dir, '--n', '7');
    expect(code).toBe(0);
    expect(out).toMatch(/^Steekproef van 7 beantwoorde vragen, het hele register:\ngeloot zonder teruglegging/);
    expect(out).toMatch(/: tabel [0-9a-f]{64}\n/);
    expect(out).toContain('zelfde besluit: 7\nverschillen: 0\nniet te beoordelen: 0\n');
  });

  test('finds what was given though it should have been refused: a refusal that is gone', async () => {
    const victim = answered().find(({ weigeringen = [] }) => weigeringen.length > 0)!;
    const [gone] = victim.weigeringen!;
    const folder = tampered('weg', (entry) =>
      entry.id === victim.id ? { ...entry, weigeringen: entry.weigeringen!.slice(1) } : null,
    );
    const { code, err, uitslag } = await judged(folder);
    expect(code).toBe(1);
    expect(err).toMatch(ONE_LINE);
    // Of each way in which it was asked.
    expect(uitslag.verschillen.length).toBeGreaterThan(0);
    for (const one of uitslag.verschillen) {
      expect(one).toMatchObject({ bewijs: victim.id, verwacht: gone!.reden, gevonden: 'gegeven' });
      expect(one.coordinaat.split('(')[0]).toBe(gone!.coordinaat);
    }
    expect((await sample(folder, '--n', '1000')).out).toContain(victim.id);
  });

  test('finds what was refused though it should have been given, and a reason that is another', async () => {
    const free = answered().find(({ gevraagd = [], weigeringen = [] }) => gevraagd.includes('Casus.kenmerk') && !weigeringen.some(({ coordinaat }) => coordinaat === 'Casus.kenmerk'))!; // oxfmt-ignore
    const extra = {
      coordinaat: 'Casus.kenmerk',
      categorieen: ['casus.kern'],
      reden: 'FASE_NIET_GEDEKT',
      artikel: null,
    };
    const more = tampered('meer', (entry) =>
      entry.id === free.id ? { ...entry, weigeringen: [...(entry.weigeringen ?? []), extra] } : null,
    );
    expect((await judged(more)).uitslag.verschillen).toMatchObject([
      { bewijs: free.id, coordinaat: 'Casus.kenmerk', verwacht: 'gegeven', gevonden: 'FASE_NIET_GEDEKT' },
    ]);
    const victim = answered().find(({ weigeringen = [] }) => weigeringen.length > 0)!;
    const [first] = victim.weigeringen!;
    const reden = tampered('reden', (entry) =>
      entry.id === victim.id
        ? { ...entry, weigeringen: entry.weigeringen!.map((one, at) => (at === 0 ? { ...one, reden: 'ANDERS' } : one)) }
        : null,
    );
    const { verschillen } = (await judged(reden)).uitslag;
    expect(verschillen.length).toBeGreaterThan(0);
    for (const one of verschillen) expect(one).toMatchObject({ bewijs: victim.id, verwacht: first!.reden, gevonden: 'ANDERS' }); // oxfmt-ignore
  });

  test('finds that the casus was told of what was refused', async () => {
    const victim = answered().find(({ weigeringen = [] }) => weigeringen.some(({ coordinaat }) => coordinaat.startsWith('Casus.')))!; // oxfmt-ignore
    const { coordinaat } = victim.weigeringen!.find((one) => one.coordinaat.startsWith('Casus.'))!;
    const regel = { gever: '0', categorie: 'x', artikel: 'y', velden: { [coordinaat]: 1 } };
    const folder = tampered('verteld', (entry) =>
      entry.id === victim.id ? { ...entry, zaak: [...(entry.zaak ?? []), regel] } : null,
    );
    expect((await judged(folder)).uitslag.verschillen).toMatchObject([
      { bewijs: victim.id, coordinaat, gevonden: 'gegeven van de casus' },
    ]);
  });

  test('does not judge what was decided by a table that is not here, says so, and judges it by the one that is', async () => {
    const { code, err, uitslag } = await judged(other.dir);
    expect([code, uitslag.eens, uitslag.verschillen]).toEqual([1, 0, []]);
    expect(err).toMatch(/^Niet alles is te beoordelen \(\d+\)\.\n$/);
    for (const { waarom } of uitslag.nietBeoordeeld) expect(waarom).toMatch(/^tabel [0-9a-f]{64} ligt hier niet$/);
    expect((await judged(other.dir, '--convenanten', andere)).code).toBe(0);
    const both = await judged(other.dir, '--convenanten', CONVENANTEN, '--convenanten', andere);
    expect([both.code, both.uitslag.tabellen.length]).toEqual([0, 2]);
  });

  test('finds decisions by another table under the name of this one', async () => {
    const { tabel, attest } = answered()[0]!;
    const folder = join(dir, 'ondergeschoven');
    copyRegister(other.dir, folder, (entry) => ({ ...entry, tabel, attest }));
    const { code, uitslag } = await judged(folder);
    expect(code).toBe(1);
    expect(uitslag.verschillen.length).toBeGreaterThan(0);
    expect(uitslag.verschillen.map(({ verwacht, gevonden }) => `${verwacht} ${gevonden}`)).toContain(
      'gegeven KADER_NIET_GEDEKT',
    );
  });

  test('counts a signature that was not there, and can not judge where none are known', async () => {
    const { attest } = answered()[0]!;
    const signed = tampered('getekend', (entry) =>
      entry.soort === 'START'
        ? { ...entry, stand: { ...entry.stand, convenanten: { 'veiligheidshuis-ijsselland@2026.1': ['dimence'] } } }
        : null,
    );
    const { uitslag } = await judged(signed);
    expect(uitslag.verschillen.map(({ verwacht }) => verwacht)).toContain('NIET_ONDERTEKEND');
    const unknown = tampered('onbekend', (entry) => (entry.soort === 'START' ? { ...entry, attest: '0' } : null));
    const { code, uitslag: none } = await judged(unknown);
    expect(attest).toMatch(/^[0-9a-f]{64}$/);
    expect([code, none.verschillen]).toEqual([1, []]);
    expect(none.nietBeoordeeld[0]?.waarom).toBe('wie toen had ondertekend staat niet in het register');
  });

  test.each([
    [['--n', '0']],
    [['--n', 'veel']],
    [['--van', '2026-02-30']],
    [['--tot', 'gisteren']],
    [['--convenanten', '/nergens']],
    [['--tot', '2020-01-01']],
  ])('ends with 2 over %p', async (argv) => {
    const { code, out, err } = await sample(house.dir, ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
  });

  test('ends with 2 where no register is', async () => {
    expect((await sample(join(dir, 'nergens'))).code).toBe(2);
  });
});
