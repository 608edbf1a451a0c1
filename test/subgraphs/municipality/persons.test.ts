import { municipality } from '../../../subgraphs/municipality/municipality';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { ALLES, allesMet, gemeenteDelegatie } from './ask';
import { DEVENTER, smallWorld, ZWOLLE } from './smallWorld';

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(municipality, { createWorld: smallWorld });
});
afterAll(() => bron.close());

const ref = (soort: string, id: unknown) => ({ __typename: soort, id });
const VRAAG = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename
  ... on Hoofdbetrokkene { id weergavenaam } ... on Kringlid { id weergavenaam } ... on Professional { id weergavenaam }
  ... on Casus { id kenmerk } } }`;

async function entities(r: object[], changes = {}, vraag = VRAAG): Promise<unknown> {
  const { body } = await bron.ask(gemeenteDelegatie(changes), vraag, { r });
  expect(body.errors).toBeUndefined();
  return body.data?._entities;
}

describe('entities', () => {
  test('persons of the casus of the delegation, each by the kind he is of in it', async () => {
    expect(
      await entities([
        ref('Hoofdbetrokkene', 'persoon-00'),
        ref('Kringlid', 'persoon-12'),
        ref('Professional', 'persoon-17'),
        ref('Casus', 'casus-1'),
      ]),
    ).toEqual([
      { __typename: 'Hoofdbetrokkene', id: 'persoon-00', weergavenaam: 'Jan van der Voorbeeld0' },
      { __typename: 'Kringlid', id: 'persoon-12', weergavenaam: 'Jan van der Voorbeeld12' },
      { __typename: 'Professional', id: 'persoon-17', weergavenaam: 'Jan Voorbeeld17' },
      { __typename: 'Casus', id: 'casus-1', kenmerk: 'ZVH-2' },
    ]);
  });

  test.each([
    ['a person of another casus', ref('Hoofdbetrokkene', 'persoon-99')],
    ['a person as another kind than he is of', ref('Hoofdbetrokkene', 'persoon-12')],
    ['a person as the kind he is of elsewhere', ref('Kringlid', 'persoon-00')],
    ['nobody', ref('Hoofdbetrokkene', 'nooit-gezien')],
    ['another casus', ref('Casus', 'casus-2')],
    ['an id that can not be one', ref('Professional', { a: 1 })],
    ['no id', { __typename: 'Kringlid' }],
  ])('%s is not there', async (_naam, r) => {
    expect(await entities([r])).toEqual([null]);
  });

  test('of another casus the persons are those of that casus, by the kind they are of there', async () => {
    const r = [ref('Kringlid', 'persoon-00'), ref('Hoofdbetrokkene', 'persoon-99'), ref('Kringlid', 'persoon-12')];
    expect(await entities(r, { casus: 'casus-2' })).toMatchObject([{ id: 'persoon-00' }, { id: 'persoon-99' }, null]);
  });

  test('nobody without a casus, nothing without a doel', async () => {
    const r = [ref('Hoofdbetrokkene', 'persoon-00')];
    expect(await entities(r, { casus: null })).toEqual([null]);
    const { body } = await bron.ask(gemeenteDelegatie({ doel: null }), VRAAG, { r });
    expect(body.data?._entities).toEqual([{ __typename: 'Hoofdbetrokkene', id: 'persoon-00', weergavenaam: null }]);
    expect(body.errors?.[0]?.extensions.code).toBe('KETEN_NIET_VERLEEND');
  });
});

const hoofd = async (id: string, velden: string, changes = {}) => {
  const vraag = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { ${velden} } } }`;
  return ((await entities([ref('Hoofdbetrokkene', id)], changes, vraag)) as unknown[])[0];
};

describe('relations', () => {
  const velden = 'gezinsrelaties { soort betreft { __typename id } }';

  test('only to persons of this casus: the rest leaves no gap', async () => {
    expect(await hoofd('persoon-00', velden)).toEqual({
      gezinsrelaties: [
        { soort: 'EX_PARTNER', betreft: { __typename: 'Hoofdbetrokkene', id: 'persoon-02' } },
        { soort: 'OUDER', betreft: { __typename: 'Kringlid', id: 'persoon-12' } },
      ],
    });
  });

  test('the other is null where his own bronhouder does not give it', async () => {
    const verleningen = ALLES.filter((v) => v.categorie !== 'persoon.gezinsrelaties' || v.bronhouder !== DEVENTER);
    expect(await hoofd('persoon-00', velden, { verleningen })).toEqual({
      gezinsrelaties: [
        { soort: 'EX_PARTNER', betreft: null },
        { soort: 'OUDER', betreft: { __typename: 'Kringlid', id: 'persoon-12' } },
      ],
    });
  });

  test('of a kringlid only to hoofdbetrokkenen of this casus', async () => {
    const vraag = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Kringlid { minderjarig relaties { soort betreft { id } } } } }`;
    const [kringlid] = (await entities([ref('Kringlid', 'persoon-12')], {}, vraag)) as object[];
    expect(kringlid).toMatchObject({ relaties: [{ soort: 'KIND', betreft: { id: 'persoon-00' } }] });
  });
});

describe('geheimhouding', () => {
  const velden = 'weergavenaam geheimhouding adres { straat } wijk';

  test('adres and wijk are empty for everyone, whatever is granted', async () => {
    expect(await hoofd('persoon-01', velden)).toMatchObject({ geheimhouding: true, adres: null, wijk: null });
    expect(await hoofd('persoon-00', velden)).toMatchObject({ adres: { straat: 'Straat' }, wijk: 'Assendorp' });
  });

  test('but for the bronhouder itself', async () => {
    const verleningen = allesMet(['persoon.adres', 'persoon.wijk'], { eigen: true });
    expect(await hoofd('persoon-01', velden, { verleningen })).toMatchObject({
      adres: { straat: 'Straat' },
      wijk: 'Assendorp',
    });
    const vanAnder = verleningen.map((v) => (v.bronhouder === ZWOLLE ? { ...v, eigen: false } : v));
    expect(await hoofd('persoon-01', velden, { verleningen: vanAnder })).toMatchObject({ adres: null, wijk: null });
  });
});

test('a record of another bronhouder is there only if that one gives it', async () => {
  const velden = 'inkomens { bronhouder } woonsituatie { bronhouder } schoolgang { bronhouder }';
  expect(await hoofd('persoon-00', velden)).toEqual({
    inkomens: [{ bronhouder: DEVENTER }, { bronhouder: ZWOLLE }],
    woonsituatie: { bronhouder: ZWOLLE },
    schoolgang: { bronhouder: ZWOLLE },
  });
  const verleningen = ALLES.filter((v) => v.bronhouder === DEVENTER || v.categorie.startsWith('casus.'));
  expect(await hoofd('persoon-00', velden, { verleningen })).toEqual({
    inkomens: [{ bronhouder: DEVENTER }],
    // The first that may be seen, not the first there is.
    woonsituatie: { bronhouder: DEVENTER },
    schoolgang: { bronhouder: DEVENTER },
  });
});

test('heeftSchulden says whether, not which', async () => {
  expect(await hoofd('persoon-00', 'heeftSchulden')).toEqual({ heeftSchulden: true });
  expect(await hoofd('persoon-03', 'heeftSchulden schulden { soort }')).toEqual({ heeftSchulden: false, schulden: [] });
});
