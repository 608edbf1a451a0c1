import { sql } from 'kysely';
import { care } from '../../../subgraphs/care/care';
import { type PartnerUnderTest, startPartner } from '../../harness/startPartner';
import { asGemeente, volgensCatalogus } from './asGemeente';
import { withStore } from './refill';
import { CASUS, DIMENCE, TACTUS, persoonVan, smallWorld } from './smallWorld';
import { casus, zorgadvies } from './vragen';

/** Adviezen are found by casus, and there by client number: who he is in the graph is not always certain. */
describe('a bezwaar about a person covers what was advised of him', () => {
  let bron: PartnerUnderTest;
  const persoon = persoonVan(0);
  const nummer = `C-${persoon}`;
  beforeEach(async () => {
    bron = await startPartner(care, { createWorld: () => smallWorld(2) });
  });
  afterEach(() => bron.close());

  const object = (about: string, bronhouder = TACTUS) =>
    withStore(bron, async (db) => {
      await db
        .insertInto('bezwaren')
        .values({ casus: CASUS, bronhouder, partner: 'tactus', record: null, persoon: about, tegen: '["IEDEREEN"]' })
        .execute();
    });
  const known = (...ids: readonly string[]) =>
    withStore(bron, async (db) => {
      await db.deleteFrom('koppelingen').where(sql.ref('clientnummer'), '=', nummer).execute();
      for (const id of ids) await db.insertInto('koppelingen').values({ persoon: id, clientnummer: nummer }).execute();
    });
  /** Ids of the adviezen of that client by Tactus that come, on the casus and by their own key. */
  const come = async (): Promise<[number, boolean]> => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Casus { zorgadviezen { id bronhouder } } ... on Zorgadvies { id advies } } }';
    const r = [casus(CASUS), zorgadvies(`ad-${persoon}-1`)];
    const { body } = await bron.ask(asGemeente(volgensCatalogus(TACTUS, 'zorg.advies')), query, { r });
    const [found, advies] = body.data?.['_entities'] as [
      { zorgadviezen: { id: string }[] },
      { advies: unknown } | null,
    ];
    const his = found.zorgadviezen.filter(({ id }) => id.startsWith(`ad-${persoon}-`));
    return [his.length, (advies?.advies ?? null) !== null];
  };

  test.each<[string, readonly string[]]>([
    ['who has one id in the graph', [persoon]],
    ['who has another besides, first or last', [persoon, 'persoon-zzz']],
    ['who has another before it', ['aaa-persoon', persoon]],
    ['of whom no id is known any more', []],
  ])('%s', async (_who, ids) => {
    await known(...ids);
    const [many, own] = await come();
    expect(many).toBeGreaterThan(0);
    expect(own).toBe(true);
    await object(persoon);
    expect(await come()).toEqual([0, false]);
  });

  test('of somebody else, or by another bronhouder, it does not', async () => {
    const before = await come();
    await object(persoonVan(1));
    await object(persoon, DIMENCE);
    expect(await come()).toEqual(before);
  });
});
