import { join } from 'node:path';
import Database from 'libsql';
import { readKetenpartners } from '../../../schema/partners';
import { police } from '../../../subgraphs/police/police';
import { delegatieVan, verleend } from '../../harness/delegatieVan';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { POLITIE, smallWorld } from './smallWorld';

const ALLES = [
  'politie.bekend',
  'politie.aandachtsvestigingen',
  'politie.aandachtsinhoud',
  'politie.meldingen',
  'politie.meldinginhoud',
  'politie.incidenten',
  'politie.incidentinhoud',
  'politie.verdenkingen',
  'politie.risico',
  'politie.kringbekend',
  'politie.advies',
];

const VRAAG = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on Hoofdbetrokkene { id bekendBijPolitie
    aandachtsvestigingen { bronhouder soort ingangsdatum einddatum instructie }
    meldingen { bronhouder datum klasse gemeente omschrijving }
    incidenten(vanaf: "2026-01-20") { bronhouder datum code soort betrokkenAls gemeente omschrijving }
    verdenkingen { datum feit status wpgArtikel } veiligheidsrisico bezoekadvies }
  ... on Kringlid { id bekendBijPolitie }
  ... on Politieadvies { id bronhouder datum strekking advies }
  ... on Casus { id politieadviezen { id bronhouder datum strekking advies } } } }`;

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(police, { createWorld: () => smallWorld(21) });
});
afterAll(() => bron.close());

const ref = (soort: string, id: string) => ({ __typename: soort, id });
/** As the hub sends a person of whom the municipality said whether he asked for geheimhouding. */
const persoon = (id: string, geheimhouding: unknown = false) => ({ ...ref('Hoofdbetrokkene', id), geheimhouding });
/** What of the municipality a requester may have. */
const GEHEIM = verleend('00000099000000000103', 'persoon.geheimhouding');

test('the small world has the OIN of the real host', () => {
  expect(readKetenpartners().get('politie-oost-nederland')?.oin).toBe(POLITIE);
});

test('gives what is granted', async () => {
  const delegatie = delegatieVan({ verleningen: [...verleend(POLITIE, ...ALLES), ...GEHEIM] });
  const r = [
    persoon('persoon-000'),
    ref('Kringlid', 'persoon-020'),
    ref('Casus', 'casus-1'),
    ref('Politieadvies', 'ad-1'),
  ];
  const { status, body } = await bron.ask(delegatie, VRAAG, { r });
  expect(status).toBe(200);
  expect(body).toMatchSnapshot();
});

const PERSOON_0 = { r: [persoon('persoon-000')] };
const vrijgegeven = (...categorieen: string[]) =>
  verleend(POLITIE, ...categorieen).map((verlening) => ({ ...verlening, beperkingen: ['VRIJGEGEVEN' as const] }));

test('content is empty until the police release the record to this partner in this casus', async () => {
  const verleningen = [...verleend(POLITIE, 'politie.incidenten'), ...vrijgegeven('politie.incidentinhoud')];
  const vraag = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { incidenten { datum omschrijving } } } }`;
  const ask = async (changes: object, r = PERSOON_0.r) => {
    const { body } = await bron.ask(delegatieVan({ verleningen, ...changes }), vraag, { r });
    expect(body.errors).toBeUndefined();
    return (body.data?._entities as { incidenten: { datum: string; omschrijving: string | null }[] }[])[0]?.incidenten;
  };
  // The second record was released too, and withdrawn.
  expect(await ask({})).toEqual([
    { datum: '2026-02-15', omschrijving: null },
    { datum: '2026-01-15', omschrijving: 'Een ruit.' },
  ]);
  const niets = [
    { datum: '2026-02-15', omschrijving: null },
    { datum: '2026-01-15', omschrijving: null },
  ];
  expect(await ask({ partner: 'tactus' })).toEqual(niets);
  expect(await ask({ casus: 'casus-2' })).toEqual(niets);
  // Released, but in another casus.
  expect(await ask({}, [persoon('persoon-001')])).toEqual(niets);
});

test('an unknown person looks like a known one of whom there is nothing', async () => {
  const delegatie = delegatieVan({ verleningen: [...verleend(POLITIE, ...ALLES), ...GEHEIM] });
  const { body } = await bron.ask(delegatie, VRAAG, { r: [persoon('nooit-gezien')] });
  expect(body).toEqual({
    data: {
      _entities: [
        {
          id: 'nooit-gezien',
          bekendBijPolitie: false,
          aandachtsvestigingen: [],
          meldingen: [],
          incidenten: [],
          verdenkingen: [],
          veiligheidsrisico: null,
          bezoekadvies: null,
        },
      ],
    },
  });
});

test('a casus other than that of the delegation, and an id that can not be one, are not there', async () => {
  const delegatie = delegatieVan({ verleningen: verleend(POLITIE, ...ALLES) });
  const r = [ref('Casus', 'casus-2'), ref('Hoofdbetrokkene', "x' or 1=1"), { __typename: 'Kringlid', id: { a: 1 } }];
  const { body } = await bron.ask(delegatie, VRAAG, { r });
  expect(body).toEqual({ data: { _entities: [null, null, null] } });
});

test('gives nothing without a casus or a doel, whatever is granted', async () => {
  for (const changes of [{ casus: null }, { doel: null }]) {
    const delegatie = delegatieVan({ verleningen: [...verleend(POLITIE, ...ALLES), ...GEHEIM], ...changes });
    const { body } = await bron.ask(delegatie, VRAAG, PERSOON_0);
    expect(body.data?._entities).toEqual([
      {
        id: 'persoon-000',
        bekendBijPolitie: null,
        aandachtsvestigingen: null,
        meldingen: null,
        incidenten: null,
        verdenkingen: null,
        veiligheidsrisico: null,
        bezoekadvies: null,
      },
    ]);
    expect(new Set(body.errors?.map((error) => error.extensions.code))).toEqual(new Set(['KETEN_NIET_VERLEEND']));
  }
});

test('meldingen outside the work area of the requester are not there', async () => {
  const verleningen = verleend(POLITIE, 'politie.meldingen').map((v) => ({
    ...v,
    beperkingen: ['WERKGEBIED' as const],
  }));
  const vraag = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { meldingen { gemeente } } } }`;
  const { body } = await bron.ask(delegatieVan({ verleningen }), vraag, PERSOON_0);
  expect(body).toEqual({ data: { _entities: [{ meldingen: [{ gemeente: 'Zwolle' }] }] } });
});

test('a verdenking under Wpg 9 or 10 never leaves, even when it is in the table', async () => {
  const store = new Database(join(bron.dir, 'police.sqlite'));
  store.exec("update verdenkingen set wpg_artikel = 9 where id = 've-persoon-002-1'");
  store.exec("update verdenkingen set wpg_artikel = 10 where id = 've-persoon-002-2'");
  store.close();
  const delegatie = delegatieVan({ verleningen: verleend(POLITIE, 'politie.verdenkingen') });
  const vraag = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { verdenkingen { feit } } } }`;
  const { body } = await bron.ask(delegatie, vraag, { r: [ref('Hoofdbetrokkene', 'persoon-002')] });
  expect(body).toEqual({ data: { _entities: [{ verdenkingen: [] }] } });
});

describe('an advies asked by its key', () => {
  const WAT = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Politieadvies { id strekking } } }';
  const ask = async (changes: object, ...ids: string[]) => {
    const delegatie = delegatieVan({ verleningen: verleend(POLITIE, 'politie.advies'), ...changes });
    return (await bron.ask(delegatie, WAT, { r: ids.map((id) => ref('Politieadvies', id)) })).body;
  };

  test('is there in the casus in which it was given', async () => {
    expect(await ask({}, 'ad-1')).toEqual({ data: { _entities: [{ id: 'ad-1', strekking: 'Opschalen' }] } });
    expect(await ask({ casus: 'casus-2' }, 'ad-2', 'ad-1')).toEqual({
      data: { _entities: [{ id: 'ad-2', strekking: 'Geen' }, null] },
    });
  });

  test('is not there in another casus, unknown, malformed, withheld or not granted, all alike', async () => {
    expect(await ask({}, 'ad-2', 'nooit-gezien', "x' or 1=1")).toEqual({ data: { _entities: [null, null, null] } });
    expect(await ask({ verleningen: vrijgegeven('politie.advies') }, 'ad-1')).toEqual({ data: { _entities: [null] } });
    expect(await ask({ verleningen: verleend(POLITIE, 'politie.bekend') }, 'ad-1')).toEqual({
      data: { _entities: [null] },
    });
    expect((await ask({ casus: null }, 'ad-1')).data).toEqual({ _entities: [null] });
  });

  test('says nothing without a doel', async () => {
    const { data, errors } = await ask({ doel: null }, 'ad-1');
    expect(data).toEqual({ _entities: [{ id: 'ad-1', strekking: null }] });
    expect(errors?.map((error) => error.extensions.code)).toEqual(['KETEN_NIET_VERLEEND']);
  });

  test('costs two statements, however many', async () => {
    bron.statements();
    await ask({}, ...Array.from({ length: 30 }, (_, n) => `ad-${String(n)}`));
    // The adviezen of the casus, and the bezwaren in it.
    expect(bron.statements()).toHaveLength(2);
  });
});

describe('how somebody can be visited', () => {
  const WAT = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { bezoekadvies } } }';
  const RISICO = verleend(POLITIE, 'politie.risico');
  const ask = async (r: object, verleningen = [...RISICO, ...GEHEIM]) =>
    (await bron.ask(delegatieVan({ verleningen }), WAT, { r: [r] })).body;
  const advies = (wijze: string | null) => ({ data: { _entities: [{ bezoekadvies: wijze }] } });

  test('goes by the latest level of risk, and by geheimhouding before that', async () => {
    expect(await ask(persoon('persoon-000'))).toEqual(advies('MET_POLITIE'));
    expect(await ask(persoon('persoon-000', true))).toEqual(advies('NIET_THUIS'));
    expect(await ask(persoon('persoon-020', true))).toEqual(advies('NIET_THUIS'));
    expect(await ask(persoon('persoon-020'))).toEqual(advies(null));
  });

  test('is nothing where geheimhouding was withheld, and does not count a risk that is withheld', async () => {
    expect(await ask(persoon('persoon-000', null))).toEqual(advies(null));
    expect(await ask(persoon('persoon-000'), [...vrijgegeven('politie.risico'), ...GEHEIM])).toEqual(advies(null));
  });

  test('is refused unless both are granted', async () => {
    for (const verleningen of [RISICO, GEHEIM]) {
      const body = await ask(persoon('persoon-000'), verleningen);
      expect(body.data).toEqual(advies(null).data);
      expect(body.errors?.map((error) => error.extensions.code)).toEqual(['KETEN_NIET_VERLEEND']);
    }
  });

  test('is a fault, not too low, when the hub did not send what it needs', async () => {
    for (const gestuurd of [undefined, 'nee', 0]) {
      const body = await ask({ ...ref('Hoofdbetrokkene', 'persoon-000'), geheimhouding: gestuurd });
      expect(body.data).toEqual(advies(null).data);
      expect(body.errors?.map((error) => error.extensions.code)).toEqual(['KETEN_STORING']);
    }
  });

  test('passes nothing on of what the hub sent', async () => {
    const vraag =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { geheimhouding } } }';
    const { body } = await bron.ask(delegatieVan({ verleningen: GEHEIM }), vraag, {
      r: [persoon('persoon-000', true)],
    });
    expect(body.data?._entities).toEqual([{ geheimhouding: null }]);
    expect(body.errors?.map((error) => error.extensions.code)).toEqual(['KETEN_NIET_VERLEEND']);
  });
});
