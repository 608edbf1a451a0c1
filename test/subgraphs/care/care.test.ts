import { readKetenpartners } from '../../../schema/partners';
import { care } from '../../../subgraphs/care/care';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { asGemeente, GEHEIMHOUDING, POLITIERISICO, volgensCatalogus } from './asGemeente';
import { DIMENCE, GGD, MEDISCH, persoonVan, POLITIE, smallWorld, TACTUS, VEILIG_THUIS } from './smallWorld';
import { ALLES, casus, hoofdbetrokkene, kringlid, vraagPersoon, zorgadvies } from './vragen';

const VOLUIT = [
  ...volgensCatalogus(DIMENCE, ...MEDISCH),
  ...volgensCatalogus(TACTUS, ...MEDISCH),
  ...volgensCatalogus(GGD, ...MEDISCH),
  ...volgensCatalogus(VEILIG_THUIS, 'zorg.bekend', 'zorg.kringbekend', 'zorg.risico', 'zorg.advies'),
  ...volgensCatalogus(VEILIG_THUIS, 'veiligthuis.meldingen', 'veiligthuis.oordeel'),
  ...volgensCatalogus(VEILIG_THUIS, 'zorg.huisbezoek'),
  POLITIERISICO,
  GEHEIMHOUDING,
];

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(care, { createWorld: () => smallWorld(3) });
});
afterAll(() => bron.close());

test('the small world has the OINs of the real partners', () => {
  const partners = readKetenpartners();
  const oins = ['politie-oost-nederland', 'ggd-ijsselland', 'dimence', 'tactus', 'veilig-thuis-ijsselland'];
  expect(oins.map((id) => partners.get(id)?.oin)).toEqual([POLITIE, GGD, DIMENCE, TACTUS, VEILIG_THUIS]);
});

test('gives what is granted, of each bronhouder what its own grounds allow', async () => {
  const r = [
    hoofdbetrokkene(persoonVan(0), 'MIDDEN'),
    hoofdbetrokkene(persoonVan(1), 'MIDDEN'),
    kringlid(persoonVan(2)),
    casus('casus-1'),
  ];
  const { status, body } = await bron.ask(asGemeente(VOLUIT), ALLES, { r });
  expect(status).toBe(200);
  expect(body).toMatchSnapshot();
});

test('in one list each bronhouder stands or falls by its own verlening', async () => {
  const ask = async (...van: string[]) => {
    const verleningen = van.flatMap((bronhouder) => volgensCatalogus(bronhouder, 'zorg.bekend'));
    const { body } = await bron.ask(asGemeente(verleningen), vraagPersoon('bekendBijZorg { bronhouder }'), {
      r: [hoofdbetrokkene(persoonVan(0))],
    });
    expect(body.errors).toBeUndefined();
    const [persoon] = body.data?._entities as { bekendBijZorg: { bronhouder: string }[] }[];
    return persoon?.bekendBijZorg.map(({ bronhouder }) => bronhouder);
  };
  expect(await ask(TACTUS)).toEqual([TACTUS]);
  expect(await ask(VEILIG_THUIS, DIMENCE)).toEqual([VEILIG_THUIS, DIMENCE]);
  // Granted, but nobody recorded a ground.
  expect(await ask(GGD)).toEqual([]);
});

test('a care provider sees its own without a ground, and by that nothing of another', async () => {
  const eigen = { categorie: 'zorg.trajecten', bronhouder: GGD, eigen: true, beperkingen: [] };
  const delegatie = asGemeente([eigen, ...volgensCatalogus(DIMENCE, 'zorg.trajecten')], {
    partner: 'ggd-ijsselland',
    oin: GGD,
  });
  const { body } = await bron.ask(delegatie, vraagPersoon('trajecten { bronhouder }'), {
    r: [hoofdbetrokkene(persoonVan(0))],
  });
  expect(body).toEqual({ data: { _entities: [{ trajecten: [{ bronhouder: GGD }] }] } });
});

test('an unknown person looks like a known one of whom there is nothing', async () => {
  const r = [hoofdbetrokkene('nooit-gezien'), kringlid('nooit-gezien')];
  const { body } = await bron.ask(asGemeente(VOLUIT), ALLES, { r });
  expect(body).toEqual({
    data: {
      _entities: [
        {
          id: 'nooit-gezien',
          bekendBijZorg: [],
          trajecten: [],
          diagnosen: [],
          crisiscontacten: [],
          veiligThuisMeldingen: [],
          risicotaxaties: [],
          veiligheidsbeeld: null,
          huisbezoek: null,
        },
        { id: 'nooit-gezien', bekendBijZorg: [] },
      ],
    },
  });
});

test('a casus other than that of the delegation, and an id that can not be one, are not there', async () => {
  const r = [casus('casus-2'), hoofdbetrokkene("x' or 1=1"), { __typename: 'Kringlid', id: { a: 1 } }];
  const { body } = await bron.ask(asGemeente(VOLUIT), ALLES, { r });
  expect(body).toEqual({ data: { _entities: [null, null, null] } });
});

describe('an advies asked by its key', () => {
  const WAT = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Zorgadvies { id bronhouder advies } } }';
  const ask = async (delegatie: ReturnType<typeof asGemeente>, ...ids: string[]) =>
    (await bron.ask(delegatie, WAT, { r: ids.map(zorgadvies) })).body;
  const advies = (n: number, b: number, bronhouder: string) => {
    const id = `ad-${persoonVan(n)}-${String(b)}`;
    return { id, bronhouder, advies: `Tekst ${id}` };
  };

  test('is there under the same ground and in the same casus as in the list', async () => {
    // Of even persons there is a ground at Tactus.
    const ids = [0, 1].flatMap((n) => [0, 1, 2].map((b) => `ad-${persoonVan(n)}-${String(b)}`));
    expect((await ask(asGemeente(VOLUIT), ...ids)).data?._entities).toEqual([
      advies(0, 0, DIMENCE),
      advies(0, 1, TACTUS),
      advies(0, 2, VEILIG_THUIS),
      advies(1, 0, DIMENCE),
      null,
      advies(1, 2, VEILIG_THUIS),
    ]);
  });

  test('is not there in another casus, unknown, malformed, or of a bronhouder that was not granted', async () => {
    const [eerste] = [`ad-${persoonVan(0)}-0`];
    expect(await ask(asGemeente(VOLUIT, { casus: 'casus-2' }), eerste)).toEqual({ data: { _entities: [null] } });
    expect(await ask(asGemeente(VOLUIT), 'nooit-gezien', "x' or 1=1")).toEqual({ data: { _entities: [null, null] } });
    const vanAnder = asGemeente(volgensCatalogus(VEILIG_THUIS, 'zorg.advies'));
    expect(await ask(vanAnder, eerste)).toEqual({ data: { _entities: [null] } });
  });

  test('says nothing without a doel, nor to a delegation that asks for no ground', async () => {
    const [eerste] = [`ad-${persoonVan(0)}-0`];
    const zonderGrond = { categorie: 'zorg.trajecten', bronhouder: GGD, eigen: false, beperkingen: [] };
    for (const delegatie of [asGemeente(VOLUIT, { doel: null }), asGemeente([...VOLUIT, zonderGrond])]) {
      const { data } = await ask(delegatie, eerste);
      expect(JSON.stringify(data)).not.toMatch(/Tekst|000000990/);
    }
  });
});

const NIET_VERLEEND = new Set(['KETEN_NIET_VERLEEND']);
const NIETS = {
  id: persoonVan(0),
  bekendBijZorg: null,
  trajecten: null,
  diagnosen: null,
  crisiscontacten: null,
  veiligThuisMeldingen: null,
  risicotaxaties: null,
  veiligheidsbeeld: null,
  huisbezoek: null,
};

test.each([
  ['without a casus', asGemeente(VOLUIT, { casus: null })],
  ['without a doel', asGemeente(VOLUIT, { doel: null })],
  [
    'to a delegation that grants a treatment provider without asking for a ground',
    asGemeente([
      ...VOLUIT,
      { categorie: 'zorg.trajecten', bronhouder: GGD, eigen: false, beperkingen: ['WERKGEBIED'] },
    ]),
  ],
  [
    'to a delegation that calls the data of another its own',
    asGemeente([...VOLUIT, { categorie: 'zorg.trajecten', bronhouder: GGD, eigen: true, beperkingen: [] }]),
  ],
  [
    'to a delegation that grants an unknown partner without asking for a ground',
    asGemeente([
      ...VOLUIT,
      { categorie: 'zorg.trajecten', bronhouder: '00000099000000009999', eigen: false, beperkingen: [] },
    ]),
  ],
])('gives nothing %s', async (_title, delegatie) => {
  const { body } = await bron.ask(delegatie, ALLES, { r: [hoofdbetrokkene(persoonVan(0), 'HOOG')] });
  expect(body.data?._entities).toEqual([NIETS]);
  expect(new Set(body.errors?.map((error) => error.extensions.code))).toEqual(NIET_VERLEEND);
});

test('does not pass on what the hub sent of the police', async () => {
  const { body } = await bron.ask(asGemeente(VOLUIT), vraagPersoon('veiligheidsrisico'), {
    r: [hoofdbetrokkene(persoonVan(0), 'HOOG')],
  });
  expect(body.data?._entities).toEqual([{ veiligheidsrisico: null }]);
  expect(body.errors?.map((error) => error.extensions.code)).toEqual(['KETEN_NIET_VERLEEND']);
});
