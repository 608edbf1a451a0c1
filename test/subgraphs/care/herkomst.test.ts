import type { Verlening } from '../../../schema/domain/delegatie';
import { care } from '../../../subgraphs/care/care';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { asGemeente, GEHEIMHOUDING, POLITIERISICO, volgensCatalogus } from './asGemeente';
import { refill } from './refill';
import { careWorld, DIMENCE, grondVoor, TACTUS, VEILIG_THUIS } from './smallWorld';
import { casus, hoofdbetrokkene, vraagPersoon } from './vragen';

const taxatie = (id: string, bronhouder: string, niveau: 'LAAG' | 'HOOG') => ({
  id,
  bronhouder,
  persoon: 'p',
  datum: '2026-01-01',
  instrument: 'HKT-R',
  niveau,
});

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(care, { createWorld: () => careWorld({}) });
});
afterAll(() => bron.close());

/** Dimence has a ground, Tactus has none, Veilig Thuis needs none. */
const ZORG = [DIMENCE, TACTUS, VEILIG_THUIS].flatMap((oin) => volgensCatalogus(oin, 'zorg.risico', 'zorg.huisbezoek'));
async function ask(velden: string, taxaties: ReturnType<typeof taxatie>[], verleningen: readonly Verlening[] = ZORG) {
  await refill(bron, careWorld({ risicotaxaties: taxaties, gronden: [grondVoor('p', DIMENCE)] }));
  return bron.ask(asGemeente([...verleningen, POLITIERISICO, GEHEIMHOUDING]), vraagPersoon(velden), {
    r: [hoofdbetrokkene('p', 'LAAG')],
  });
}
const van = (...gevers: [string, string[]][]) => [
  {
    coordinaat: 'Hoofdbetrokkene.veiligheidsbeeld',
    id: 'p',
    categorie: 'zorg.risico',
    van: gevers.map(([bronhouder, records]) => ({ bronhouder, records })),
  },
];

test('tells whose rows a value was made of, row by row, and of no row that is withheld', async () => {
  const rows = [taxatie('d2', DIMENCE, 'LAAG'), taxatie('t', TACTUS, 'HOOG'), taxatie('v', VEILIG_THUIS, 'LAAG')];
  const { herkomst, body } = await ask('veiligheidsbeeld', [...rows, taxatie('d1', DIMENCE, 'LAAG')]);
  expect(body).toEqual({ data: { _entities: [{ veiligheidsbeeld: 'LAAG' }] } });
  expect(herkomst).toEqual(van([DIMENCE, ['d1', 'd2']], [VEILIG_THUIS, ['v']]));
});

test('when there is none to see, only who is asked without a condition said so', async () => {
  const none = van([VEILIG_THUIS, []]);
  expect((await ask('veiligheidsbeeld', [])).herkomst).toEqual(none);
  expect((await ask('veiligheidsbeeld', [taxatie('t', TACTUS, 'HOOG')])).herkomst).toEqual(none);
  const behind = volgensCatalogus(DIMENCE, 'zorg.risico');
  expect((await ask('veiligheidsbeeld', [taxatie('v', VEILIG_THUIS, 'HOOG')], behind)).herkomst).toEqual([]);
});

test('of what is not asked, or refused, or says itself whose it is, nothing is told', async () => {
  const rows = [taxatie('d', DIMENCE, 'LAAG')];
  expect((await ask('risicotaxaties { bronhouder record }', rows)).herkomst).toEqual([]);
  expect((await ask('veiligheidsbeeld', rows, [])).herkomst).toEqual([]);
  const twice = await ask('a: veiligheidsbeeld b: veiligheidsbeeld', rows);
  expect(twice.herkomst).toEqual(van([DIMENCE, ['d']]));
});

test('says about whom an advies is, of those that are shown only', async () => {
  const advies = (id: string, bronhouder: string) => ({
    id,
    bronhouder,
    persoon: 'p',
    casus: 'casus-1',
    datum: '2026-01-01',
    strekking: 's',
    advies: 'a',
  });
  const adviezen = [advies('v', VEILIG_THUIS), advies('d', DIMENCE)];
  await refill(bron, careWorld({ adviezen }));
  const all = [DIMENCE, VEILIG_THUIS].flatMap((oin) => volgensCatalogus(oin, 'zorg.advies'));
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Casus { zorgadviezen { bronhouder } } } }';
  const { betreft, text } = await bron.ask(asGemeente(all), query, { r: [casus('casus-1')] });
  expect(betreft).toEqual([{ type: 'Zorgadvies', id: 'v', persoon: 'p' }]);
  expect(text).not.toContain(DIMENCE);
  const refused = await bron.ask(asGemeente([]), query, { r: [casus('casus-1')] });
  expect(refused.betreft).toEqual([]);
});
