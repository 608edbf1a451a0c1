import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askBladen } from '../../../gateway/cli/asking/askBladen';
import { groupInzage } from '../../../gateway/cli/register/inzage/groupInzage';
import { makeDossiernummer, readDossiernummer } from '../../../schema/domain/dossiernummer';
import { fakeHub } from './fakeHub';
import { ONE_LINE, hub } from './onTerminal';
import { scratch } from './scratch';

const dir = scratch();
const NUMMER = 'D-7K3M-9QXT-4HWP';
const WHO = ['--partner', 'gemeente-zwolle', '--medewerker', 'm-zwolle-4'];
const regel = {
  dag: '2026-11-28',
  van: 'Gemeente <Zwolle>',
  aan: 'Dimence',
  doel: 'BEGELEIDING',
  kader: 'DRANG',
  convenant: 'huis',
  artikel: 'WGS 2.30',
  categorie: 'persoon.naam',
  label: 'Naam',
  weg: 'ANTWOORD',
  betreft: 'PERSOON',
  niets: false,
  aangekomen: true,
} as const;

/** A hub that has one dossier, and says this about it. */
const told = (gevers: object[], regels: object[] = [regel]) => ({
  data: {
    dossier: { nummer: NUMMER, soort: 'INZAGE', geopend: '2026-11-01T10:00:00.000Z', standpunten: [], gevers },
    inzage: { digest: 'x', volgende: null, regels },
  },
});

async function register(said: object, argv: readonly string[], env: object = {}, status = 200) {
  const { url, asked } = await fakeHub(status, JSON.stringify(said));
  const done = await hub(['register', ...argv], { env: { PUBLIC_URL: url, KETENHUB_DIR: dir, ...env } });
  return { ...done, asked };
}

describe('a number of a dossier', () => {
  test('is read however it is typed, and nothing else is one', () => {
    const nummer = makeDossiernummer(Uint8Array.from([0, 1, 17, 18, 31, 32, 255, 7, 8, 9, 10, 11]));
    expect(readDossiernummer(nummer)).toBe(nummer);
    expect(readDossiernummer(` ${nummer.toLowerCase().replaceAll('-', ' ')} `)).toBe(nummer);
    expect(readDossiernummer('d-0o1l-i000-0000')).toBe('D-0011-1000-0000');
    for (const wrong of ['', 'D', 'D-0000-0000-000', 'D-0000-0000-00000', 'X-0000-0000-0000', 'D-000U-0000-0000']) {
      expect(readDossiernummer(wrong)).toBeNull();
    }
  });
});

describe('register subject', () => {
  const complete = told([{ partner: 'gemeente-zwolle', naam: 'Gemeente Zwolle', besluit: 'VERSTREKKEN' }]);

  test('is asked of the hub as the caller, and printed for a person', async () => {
    const { code, out, err, asked } = await register(complete, ['subject', NUMMER, ...WHO]);
    expect([code, err]).toEqual([0, '']);
    expect(asked).toHaveLength(2);
    expect(asked[0]?.headers['authorization']).toMatch(/^Bearer /);
    expect(out).toContain('Gemaakt op 21 november 2026.');
    expect(out).toContain('Gemeente <Zwolle> gaf aan Dimence\n  Waarvoor: begeleiding\n');
    expect(out).toContain('- Naam (WGS 2.30): 28 november 2026');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  test('whoever lacks is told to who handles it, and not in the answer; an empty answer is one too', async () => {
    const said = told([{ partner: 'dimence', naam: 'Dimence', besluit: null }], []);
    for (const form of [[], ['--json'], ['--html', join(dir, 'leeg.html')]]) {
      const { code, out, err } = await register(said, ['subject', NUMMER, ...WHO, ...form]);
      expect(code).toBe(1);
      expect(err).toContain('er ontbreekt een standpunt van: Dimence.');
      expect(out).not.toContain('Dimence');
    }
    const text = await register(said, ['subject', NUMMER, ...WHO]);
    const refused = await register(told([{ partner: 'dimence', naam: 'Dimence', besluit: 'WEIGEREN' }], []), ['subject', NUMMER, ...WHO]); // oxfmt-ignore
    const never = await register(told([], []), ['subject', NUMMER, ...WHO]);
    expect([refused.out, never.out]).toEqual([text.out, text.out]);
    expect([refused.code, refused.err]).toEqual([never.code, never.err]);
  });

  test('as a page it escapes what it is told', async () => {
    const file = join(dir, 'antwoord.html');
    const { code, out } = await register(complete, ['subject', NUMMER, ...WHO, '--html', file]);
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toContain('Gemeente &#60;Zwolle&#62; gaf aan Dimence');
    const nowhere = await register(complete, ['subject', NUMMER, ...WHO, '--html', join(dir, 'niet/daar.html')]);
    expect(nowhere.code).toBe(2);
    expect(existsSync(join(dir, 'niet'))).toBe(false);
  });

  test('a dossier that is not there, or not his, is told as one', async () => {
    const { code, out, err } = await register({ data: { dossier: null, inzage: null } }, ['subject', NUMMER, ...WHO]);
    expect([code, out, err]).toEqual([1, '', `Inzagedossier ${NUMMER} is er niet, of is niet voor u.\n`]);
  });

  test('what changes from page to page is never put together', async () => {
    let page = 0;
    const ask = async () => ({ regels: [page], volgende: 1, digest: String((page += 1)) });
    await expect(askBladen(ask)).rejects.toThrow('verandert terwijl');
    const pages = [{ regels: [1, 2], volgende: 2, digest: 'd' }, { regels: [3], volgende: null, digest: 'd' }]; // oxfmt-ignore
    expect((await askBladen(async (vanaf) => pages[vanaf === 0 ? 0 : 1]!))?.regels).toEqual([1, 2, 3]);
  });
});

describe('register record', () => {
  const ontvanger = { dag: '2026-11-28', partner: 'dimence', naam: 'Dimence', categorie: 'politie.risico', label: 'Risico', weg: 'ANTWOORD', berekend: null, versie: '0a1b2c3d', aangekomen: true }; // oxfmt-ignore
  const pageOf = (regels: object[]) => ({ data: { ontvangers: { digest: 'x', volgende: null, regels } } });
  const argv = ['record', 'Incident', 'r-1', '--persoon', 'p-1', ...WHO];

  test('asks after one record, in one place, and prints each way in which it went', async () => {
    const bron = { ...ontvanger, weg: 'BRON', berekend: 'Hoofdbetrokkene.veiligheidsrisico', versie: null };
    const { code, out, err, asked } = await register(pageOf([ontvanger, bron, { ...ontvanger, aangekomen: false }]), argv); // oxfmt-ignore
    expect([code, err]).toEqual([0, '']);
    expect(asked[0]?.body).toMatchObject({
      variables: { soort: 'Incident', verwijzing: 'r-1', persoon: 'p-1', vanaf: 0 },
    });
    for (const text of ['0a1b2c3d', 'Risico (via de bron)', 'in Hoofdbetrokkene.veiligheidsrisico', 'Risico (misschien niet aangekomen)']) expect(out).toContain(text); // oxfmt-ignore
    const json = await register(pageOf([ontvanger]), [...argv, '--json']);
    expect(JSON.parse(json.out)).toEqual({ soort: 'Incident', verwijzing: 'r-1', regels: [ontvanger] });
  });

  test('nobody is an answer, and a refusal is none', async () => {
    const { code, out } = await register(pageOf([]), argv);
    expect([code, out]).toEqual([0, 'Niemand, voor zover dit gegeven er is en van de eigen organisatie is.\n']);
    const no = { errors: [{ message: 'Niet verstrekt.', extensions: { code: 'HUB_GEGEVEN_GEWEIGERD' } }], data: { ontvangers: null } }; // oxfmt-ignore
    const refused = await register(no, argv);
    expect([refused.code, refused.out, refused.err]).toEqual([1, '', 'HUB_GEGEVEN_GEWEIGERD: Niet verstrekt.\n']);
  });
});

test('what is worth knowing of a datum stands with it', () => {
  const [group, ...rest] = groupInzage([
    { ...regel, dag: '2026-11-29' },
    regel,
    { ...regel, weg: 'BRON', niets: true, betreft: 'CASUS', aangekomen: false },
  ]);
  expect(rest).toEqual([]);
  expect(group?.gegevens.map(({ dagen, opmerkingen }) => [dagen, opmerkingen.length])).toEqual([
    [['2026-11-28'], 4],
    [['2026-11-28', '2026-11-29'], 0],
  ]);
});

describe('what is wrong with what was typed is met before the hub is asked', () => {
  test.each<[string, string[], number, string]>([
    ['a number that is none', ['subject', 'D-1', ...WHO], 2, 'is geen dossiernummer'],
    ['two forms at once', ['subject', NUMMER, ...WHO, '--json', '--html', 'x.html'], 2, 'niet allebei'],
    ['INZAGE without a person', ['dossier', 'open', ...WHO, '--soort', 'INZAGE'], 2, '--persoon'],
    ['INZAGE about a name', ['dossier', 'open', ...WHO, '--soort', 'INZAGE', '--persoon', 'Jan Jansen'], 2, 'id van de persoon'], // oxfmt-ignore
    ['DATALEK without an account', ['dossier', 'open', ...WHO, '--soort', 'DATALEK'], 2, '--account'],
    ['an account that is none', ['dossier', 'open', ...WHO, '--soort', 'DATALEK', '--account', 'm-zwolle-1'], 2, 'partner/medewerker'], // oxfmt-ignore
    ['an account of another', ['dossier', 'open', ...WHO, '--soort', 'DATALEK', '--account', 'dimence/m-dimence-1'], 1, 'eigen organisatie'], // oxfmt-ignore
    ['a kind that is none', ['dossier', 'open', ...WHO, '--soort', 'KLACHT'], 2, 'geen soort dossier'],
    ['a ground for telling', ['dossier', 'position', NUMMER, ...WHO, '--besluit', 'VERSTREKKEN', '--grond', 'AVG 23'], 2, '--grond'], // oxfmt-ignore
    ['a day that is none', ['partner', ...WHO, '--van', '2026-02-30', '--tot', '2026-03-01'], 2, 'is een dag'],
    [
      'days the wrong way round',
      ['partner', ...WHO, '--van', '2026-03-02', '--tot', '2026-03-01'],
      2,
      '--van ligt voor',
    ],
    ['a record of nobody', ['record', 'Incident', 'r-1', ...WHO], 2, '--persoon'],
    ['a record of a person and of a casus', ['record', 'Incident', 'r-1', ...WHO, '--persoon', 'p', '--casus', 'c'], 2, 'een van beide'], // oxfmt-ignore
    ['a doel that is none', ['case', 'c', ...WHO, '--doel', 'NIEUWSGIERIG'], 2, 'is geen doel'],
  ])('%s', async (_what, argv, expected, line) => {
    const { code, out, err, asked } = await register({}, argv);
    expect([code, out, asked]).toEqual([expected, '', []]);
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(line);
  });

  test('a refusal of the hub ends with 1, no hub with 2', async () => {
    const no = { errors: [{ message: 'Niet verstrekt.', extensions: { code: 'HUB_GEGEVEN_GEWEIGERD' } }], data: { openDossier: null } }; // oxfmt-ignore
    const argv = ['dossier', 'open', ...WHO, '--soort', 'INZAGE', '--persoon', 'p-1'];
    const refused = await register(no, argv);
    expect([refused.code, refused.err]).toEqual([1, 'HUB_GEGEVEN_GEWEIGERD: Niet verstrekt.\n']);
    expect((await register({}, argv, { PUBLIC_URL: 'http://127.0.0.1:1' })).code).toBe(2);
  });
});
