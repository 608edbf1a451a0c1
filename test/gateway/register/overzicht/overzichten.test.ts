import { cutBlad } from '../../../../gateway/register/overzicht/blad';
import { findDossier } from '../../../../gateway/register/overzicht/findDossier';
import { readDatalek } from '../../../../gateway/register/overzicht/readDatalek';
import { readPartnerverkeer } from '../../../../gateway/register/overzicht/readPartnerverkeer';
import { readVerslag } from '../../../../gateway/register/overzicht/readVerslag';
import type { Registerregel, Verstrekkingsregel } from '../../../../schema/domain/registerregel';
import { exampleRegel, exampleVerstrekking } from '../exampleRegel';
import { type Written, sealedRegister } from './sealedRegister';

const POLITIE = { id: 'politie-oost', oin: 'oin-politie' };
const given = (bronhouder: string, categorie: string, over: Partial<Verstrekkingsregel> = {}) =>
  exampleVerstrekking({ bronhouder, categorie, persoon: 'p-1', ...over });
const on = (dag: string, regel: Partial<Registerregel>, id?: string): Written => ({
  regel: exampleRegel({
    partner: POLITIE.id,
    medewerker: 'm-1',
    casus: 'c-1',
    weigeringen: [],
    verstrekkingen: [],
    ...regel,
  }),
  tijdstip: `${dag}T12:00:00.000Z`,
  ...(id === undefined ? {} : { id }),
});

describe('what a partner gave and got', () => {
  const jaar = { van: '2026-01-01', tot: '2027-01-01' };
  const counted = async (lines: readonly Written[], periode = jaar) =>
    (await readPartnerverkeer(sealedRegister(lines), POLITIE, periode)).map(
      ({ richting, partner, categorie, weg, aantal }) => `${richting} ${partner} ${categorie} ${weg} ${String(aantal)}`,
    );

  test('is counted by answer, kind and other side: however many persons and values', async () => {
    const two = [given('oin-ggz', 'zorg.bekend'), given('oin-ggz', 'zorg.bekend', { persoon: 'p-2', aantal: 9 })];
    expect(
      await counted([
        on('2026-03-01', { verstrekkingen: two }),
        on('2026-03-02', { verstrekkingen: two }),
        on('2026-03-03', { partner: 'dimence', verstrekkingen: [given('oin-politie', 'politie.bekend')] }),
        on('2026-03-04', { soort: 'VOORNEMEN', partner: 'dimence', naar: 'oin-politie', verstrekkingen: [given('oin-gemeente', 'casus.kern')] }), // oxfmt-ignore
        on('2026-03-05', { soort: 'VOORNEMEN', naar: 'oin-ggz', verstrekkingen: [given('oin-politie', 'politie.risico')] }), // oxfmt-ignore
      ]),
    ).toEqual([
      'GEGEVEN dimence politie.bekend ANTWOORD 1',
      'GEGEVEN oin-ggz politie.risico BRON 1',
      'GEKREGEN oin-gemeente casus.kern BRON 1',
      'GEKREGEN oin-ggz zorg.bekend ANTWOORD 2',
    ]);
  });

  test('holds nothing that two others gave each other, nothing of his own, and nothing that never left', async () => {
    const one = [given('oin-ggz', 'zorg.bekend'), given('oin-politie', 'politie.bekend', { eigen: true })];
    expect(
      await counted([on('2026-03-01', { partner: 'dimence', verstrekkingen: [given('oin-om', 'justitie.zaken')] })]),
    ).toEqual([]);
    // What his question moved on to another he did not get.
    expect(await counted([on('2026-03-01', { soort: 'VOORNEMEN', naar: 'oin-ggz', verstrekkingen: [given('oin-gemeente', 'casus.kern')] })])).toEqual([]); // oxfmt-ignore
    // What his own question told him, as host of a source, is one thing, though he is named in it twice.
    expect(await counted([on('2026-03-01', { soort: 'VOORNEMEN', naar: 'oin-politie', verstrekkingen: [given('oin-gemeente', 'casus.kern')] })])).toEqual(['GEKREGEN oin-gemeente casus.kern BRON 1']); // oxfmt-ignore
    const gone = on('2026-03-01', { soort: 'NIET_VRIJGEGEVEN', betreft: 'b' });
    expect(await counted([on('2026-03-01', { verstrekkingen: one }, 'b'), gone])).toEqual([]);
    // Of an answer with data of several, each only sees his own side.
    const mixed = on('2026-03-01', {
      partner: 'dimence',
      verstrekkingen: [...one, given('oin-politie', 'politie.risico')],
    });
    expect(await counted([mixed])).toEqual(['GEGEVEN dimence politie.risico ANTWOORD 1']);
  });

  test('keeps to the days, the last one not included', async () => {
    const lines = ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-27', '2026-02-28', '2026-03-01'].map((dag) =>
      on(dag, { verstrekkingen: [given('oin-ggz', `dag.d${dag.replaceAll('-', '')}`)] }),
    );
    const found = await counted(lines, { van: '2026-01-31', tot: '2026-02-28' });
    expect(found.map((one) => one.split(' ')[2])).toEqual(['dag.d20260131', 'dag.d20260201', 'dag.d20260227']);
  });
});

describe('what an account saw', () => {
  const reader = (lines: readonly Written[]) => sealedRegister(lines);
  const of = (lines: readonly Written[]) => readDatalek(reader(lines), POLITIE.id, reader([]).medewerker('m-1'));

  test('is told by casus, with persons counted once, and data of his own organisation too', async () => {
    const seen = [
      given('oin-ggz', 'zorg.bekend'),
      given('oin-politie', 'politie.bekend', { persoon: 'p-2', eigen: true }),
    ];
    expect(
      await of([
        on('2026-03-01', { verstrekkingen: seen }),
        on('2026-03-09', { verstrekkingen: seen.slice(0, 1) }),
        on('2026-03-10', { casus: 'c-2', verstrekkingen: [given('oin-gemeente', 'casus.kern', { persoon: null })] }),
      ]),
    ).toEqual({
      personen: 2,
      regels: [
        { casus: 'c-1', personen: 2, categorieen: ['politie.bekend', 'zorg.bekend'], eerste: '2026-03-01', laatste: '2026-03-09', antwoorden: 2 }, // oxfmt-ignore
        { casus: 'c-2', personen: 0, categorieen: ['casus.kern'], eerste: '2026-03-10', laatste: '2026-03-10', antwoorden: 1 }, // oxfmt-ignore
      ],
    });
  });

  test('not what another of the same name saw elsewhere, what moved, or what never left', async () => {
    const seen = { verstrekkingen: [given('oin-ggz', 'zorg.bekend')] };
    expect(
      await of([
        on('2026-03-01', { ...seen, partner: 'dimence' }),
        on('2026-03-01', { ...seen, medewerker: 'm-2' }),
        on('2026-03-01', { ...seen, soort: 'VOORNEMEN', naar: 'oin-ggz' }),
        on('2026-03-01', seen, 'b'),
        on('2026-03-01', { soort: 'NIET_VRIJGEGEVEN', betreft: 'b' }),
      ]),
    ).toEqual({ personen: 0, regels: [] });
  });
});

describe('the minutes of a casus', () => {
  test('say who gave what to whom, why and when, and who was there then: no persons, no medewerkers', async () => {
    const tafel = { tafel: [['politie-oost', 'DEELNEMER'], ['dimence', 'DEELNEMER']] } as unknown as Registerregel['beslisfeiten']; // oxfmt-ignore
    const seen = { beslisfeiten: tafel, verstrekkingen: [given('oin-ggz', 'zorg.bekend'), given('oin-politie', 'politie.bekend', { eigen: true })] }; // oxfmt-ignore
    const verslag = await readVerslag(
      sealedRegister([
        on('2026-03-01', seen),
        on('2026-03-01', { ...seen, verstrekkingen: [given('oin-ggz', 'zorg.bekend', { persoon: 'p-2' })] }),
        on('2026-03-02', { ...seen, casus: 'c-2' }),
        on('2026-03-03', {
          beslisfeiten: tafel,
          verstrekkingen: [given('oin-politie', 'politie.bekend', { eigen: true })],
        }),
      ]),
      'c-1',
    );
    expect(verslag.regels).toMatchObject([
      {
        dag: '2026-03-01',
        van: 'oin-ggz',
        aan: 'politie-oost',
        rol: 'DEELNEMER',
        categorie: 'zorg.bekend',
        weg: 'ANTWOORD',
      },
    ]);
    expect(verslag.tafel).toEqual([
      { partner: 'dimence', rol: 'DEELNEMER', eerste: '2026-03-01', laatste: '2026-03-01' },
      { partner: 'politie-oost', rol: 'DEELNEMER', eerste: '2026-03-01', laatste: '2026-03-01' },
    ]);
    expect(JSON.stringify(verslag)).not.toMatch(/p-1|p-2|sleutel|m-1/);
  });
});

describe('a dossier', () => {
  const dossier = { nummer: 'D-1', soort: 'INZAGE' } as const;
  const says = (bronhouder: string, besluit: 'VERSTREKKEN' | 'WEIGEREN') =>
    ({ soort: 'STANDPUNT', dossier: { nummer: 'D-1', standpunt: { bronhouder, besluit, grond: null } } }) as const;

  test('is what opened it, with the last position of each', async () => {
    const reader = sealedRegister([
      on('2026-03-01', { soort: 'DOSSIER', dossier, persoon: 'p-1', partner: 'gemeente' }),
      on('2026-03-02', says('oin-ggz', 'WEIGEREN')),
      on('2026-03-03', says('oin-ggz', 'VERSTREKKEN')),
      on('2026-03-03', says('oin-om', 'WEIGEREN')),
      on('2026-03-04', { soort: 'INZAGE', dossier: { nummer: 'D-1' } }),
      on('2026-03-05', { soort: 'DOSSIER', dossier, persoon: 'p-2', partner: 'politie' }),
    ]);
    const found = await findDossier(reader, 'D-1');
    expect(found).toMatchObject({ behandelaar: 'gemeente', persoon: 'sleutel-p-1' });
    expect([...found!.standpunten].map(([oin, { besluit }]) => [oin, besluit])).toEqual([
      ['oin-ggz', 'VERSTREKKEN'],
      ['oin-om', 'WEIGEREN'],
    ]);
    expect(await findDossier(reader, 'D-2')).toBeNull();
    expect(await findDossier(sealedRegister([on('2026-03-02', says('oin-ggz', 'WEIGEREN'))]), 'D-1')).toBeNull();
  });
});

test('pages are of one whole, and end', () => {
  const all = Array.from({ length: 401 }, (_, nr) => ({ nr }));
  const pages = [0, 200, 400].map((vanaf) => cutBlad(all, vanaf));
  expect(pages.map(({ regels, volgende }) => [regels.length, volgende])).toEqual([
    [200, 200],
    [200, 400],
    [1, null],
  ]);
  expect(new Set(pages.map(({ digest }) => digest)).size).toBe(1);
  expect(cutBlad(all, -3).regels[0]).toEqual({ nr: 0 });
  expect(cutBlad(all.slice(1), 0).digest).not.toBe(pages[0]?.digest);
});
