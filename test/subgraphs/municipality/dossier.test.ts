import { readKetenpartners } from '../../../schema/partners';
import { municipality } from '../../../subgraphs/municipality/municipality';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { ALLE_VELDEN, allesMet, gemeenteDelegatie } from './ask';
import { setToday, realToday } from './today';
import { smallWorld, ZWOLLE } from './smallWorld';

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(municipality, { createWorld: smallWorld });
});
afterAll(() => bron.close());
afterEach(realToday);

async function ask(vraag: string, changes = {}): Promise<Record<string, unknown>> {
  const { body } = await bron.ask(gemeenteDelegatie(changes), vraag);
  expect(body.errors).toBeUndefined();
  return body.data ?? {};
}

test('the small world has the OIN of the real host', () => {
  expect(readKetenpartners().get('gemeente-zwolle')?.oin).toBe(ZWOLLE);
});

test('gives every field that is granted', async () => {
  setToday('2026-11-22');
  expect(await ask(ALLE_VELDEN)).toMatchSnapshot();
});

test('another casus than that of the delegation is not there, and is not looked for', async () => {
  bron.statements();
  for (const id of ['casus-2', 'casus-404', ''])
    expect(await ask(`{ casus(id: "${id}") { id } }`)).toEqual({ casus: null });
  expect(new Set(bron.statements())).toEqual(new Set(['select * from "bezwaren" where "casus" = ?']));
});

describe('acties under EIGEN_EN_RELEVANT', () => {
  const vraag = '{ casus(id: "casus-1") { planVanAanpak { acties { omschrijving } } } }';
  const verleningen = allesMet(['casus.acties'], { beperkingen: ['EIGEN_EN_RELEVANT'] });
  const acties = async (changes: object) => {
    const { casus } = (await ask(vraag, { verleningen, ...changes })) as {
      casus: { planVanAanpak: { acties: { omschrijving: string }[] } };
    };
    return casus.planVanAanpak.acties.map(({ omschrijving }) => omschrijving);
  };

  test('a partner has its own and those that matter to it', async () => {
    expect(await acties({})).toEqual(['Actie 3', 'Actie 1']);
    expect(await acties({ partner: 'politie-oost-nederland' })).toEqual(['Actie 2']);
    expect(await acties({ partner: 'om-oost-nederland' })).toEqual([]);
  });

  test('who leads the casus has them all', async () => {
    expect(await acties({ partner: 'gemeente-zwolle', rol: 'CASUSREGISSEUR' })).toEqual([
      'Actie 3',
      'Actie 1',
      'Actie 2',
    ]);
  });
});

test('acties by status: none given is all, an empty list is none', async () => {
  const vraag = `{ casus(id: "casus-1") { planVanAanpak { klaar: acties(status: [AFGEROND]) { omschrijving }
    leeg: acties(status: []) { omschrijving } alle: acties(status: null) { status } } } }`;
  expect(await ask(vraag)).toEqual({
    casus: {
      planVanAanpak: {
        klaar: [{ omschrijving: 'Actie 1' }],
        leeg: [],
        alle: [{ status: 'OPEN' }, { status: 'AFGEROND' }, { status: 'OPEN' }],
      },
    },
  });
});

describe('mijnCasussen', () => {
  const vraag = '{ mijnCasussen { kenmerk status partner rol } }';
  const mijn = async (changes: object) => (await ask(vraag, changes)).mijnCasussen;

  test('the present seats for this partner, of casussen that are not closed, without casus or doel', async () => {
    expect(await mijn({ casus: null, doel: null, rol: null })).toEqual([
      { kenmerk: 'ZVH-1', status: 'LOPEND', partner: 'dimence', rol: 'DEELNEMER' },
      { kenmerk: 'ZVH-2', status: 'LOPEND', partner: 'dimence', rol: 'DEELNEMER' },
    ]);
    expect(await mijn({ partner: 'tactus' })).toEqual([]);
    expect(await mijn({ medewerker: 'm-3' })).toEqual([]);
  });

  test('a seat is gone on the day it ends', async () => {
    setToday('2026-12-31');
    expect(await mijn({})).toHaveLength(2);
    setToday('2027-01-01');
    expect(await mijn({})).toMatchObject([{ kenmerk: 'ZVH-1' }]);
  });
});

test('someone is a minor until the day he is 18', async () => {
  const vraag = '{ casus(id: "casus-1") { directeKring { minderjarig } } }';
  const minderjarig = async () =>
    ((await ask(vraag)) as { casus: { directeKring: { minderjarig: boolean }[] } }).casus.directeKring[0]?.minderjarig;
  setToday('2026-11-22');
  expect(await minderjarig()).toBe(true);
  setToday('2026-11-23');
  expect(await minderjarig()).toBe(false);
});
