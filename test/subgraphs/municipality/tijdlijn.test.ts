import { join } from 'node:path';
import Database from 'libsql';
import type { Verlening } from '../../../schema/domain/delegatie';
import { municipality } from '../../../subgraphs/municipality/municipality';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { ALLES, allesMet, gemeenteDelegatie } from './ask';
import { DIMENCE, POLITIE, smallWorld, TACTUS } from './smallWorld';

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(municipality, { createWorld: smallWorld });
});
afterAll(() => bron.close());

interface Item {
  readonly __typename: string;
  readonly datum?: string;
  readonly id?: string;
  readonly omschrijving?: string;
}

const TIJDLIJN = `tijdlijn { __typename ... on Overleg { datum } ... on Doeltoets { datum }
  ... on Politieadvies { id } ... on Zorgadvies { id } }`;

async function ask(selection: string, verleningen: readonly Verlening[] = ALLES, changes = {}) {
  const delegatie = gemeenteDelegatie({ verleningen, ...changes });
  const { body } = await bron.ask(delegatie, `{ casus(id: "casus-1") { ${selection} } }`);
  return { casus: body.data?.['casus'] as Record<string, Item[] | null>, errors: body.errors };
}

/** A reference to nothing: the last of its kind, and no two alike. */
const BLIND = /^[0-9a-f]{32}$/;
const show = ({ __typename, datum, id }: Item): string => `${__typename} ${datum ?? id ?? ''}`;
async function tijdlijn(verleningen: readonly Verlening[] = ALLES, selection = TIJDLIJN): Promise<string[]> {
  const { casus, errors } = await ask(selection, verleningen);
  expect(errors).toBeUndefined();
  return casus['tijdlijn']!.filter(({ id }) => id === undefined || !BLIND.test(id)).map(show);
}
const zonder = (...categorieen: string[]) => ALLES.filter(({ categorie }) => !categorieen.includes(categorie));

describe('the timeline of a casus', () => {
  const ALL = [
    'Overleg 2026-04-01',
    'Zorgadvies za-1',
    'Politieadvies pa-1',
    'Politieadvies pa-2',
    'Zorgadvies za-2',
    'Overleg 2026-03-01',
    'Doeltoets 2026-02-10',
    'Doeltoets 2026-01-10',
  ];

  test('is newest first, of one day by kind and id, and of this casus alone', async () => {
    expect(await tijdlijn()).toEqual(ALL);
  });

  test('from a day on', async () => {
    expect(await tijdlijn(ALLES, TIJDLIJN.replace('tijdlijn', 'tijdlijn(vanaf: "2026-03-15")'))).toEqual(
      ALL.slice(0, 5),
    );
  });

  test.each([
    ['casus.overleggen', /^Overleg/],
    ['casus.doeltoets', /^Doeltoets/],
    ['politie.advies', /^Politieadvies/],
    ['zorg.advies', /^Zorgadvies/],
  ])('holds nothing of a kind without %s, and the rest as it was', async (categorie, kind) => {
    expect(await tijdlijn(zonder(categorie))).toEqual(ALL.filter((one) => !kind.test(one)));
  });

  test('refers to what was granted of that very bronhouder, and to nothing of another', async () => {
    const not = (oin: string) =>
      ALLES.filter(({ categorie, bronhouder }) => categorie !== 'zorg.advies' || bronhouder !== oin);
    expect(await tijdlijn(not(TACTUS))).toEqual(ALL.filter((one) => one !== 'Zorgadvies za-2'));
    expect(await tijdlijn(not(DIMENCE))).toEqual(ALL.filter((one) => one !== 'Zorgadvies za-1'));
    const swapped = ALLES.map((one) => (one.categorie === 'politie.advies' ? { ...one, bronhouder: DIMENCE } : one));
    expect(await tijdlijn(swapped)).toEqual(ALL.filter((one) => !one.startsWith('Politieadvies')));
    expect(POLITIE).not.toBe(DIMENCE);
  });

  test('leaves the conditions on what it refers to to the source that has it, and keeps its own', async () => {
    expect(await tijdlijn(allesMet(['politie.advies'], { beperkingen: ['VRIJGEGEVEN', 'WERKGEBIED'] }))).toEqual(ALL);
    expect(await tijdlijn(allesMet(['casus.overleggen'], { beperkingen: ['VRIJGEGEVEN'] }))).toEqual(
      ALL.filter((one) => !one.startsWith('Overleg')),
    );
    expect(await tijdlijn(allesMet(['casus.tijdlijn'], { beperkingen: ['WERKGEBIED'] }))).toEqual(ALL);
    expect(await tijdlijn(allesMet(['casus.tijdlijn'], { beperkingen: ['VRIJGEGEVEN'] }))).toEqual([]);
  });

  test('is denied as a whole without its own category', async () => {
    const { casus, errors } = await ask(TIJDLIJN, zonder('casus.tijdlijn'));
    expect(casus['tijdlijn']).toBeNull();
    expect(errors?.map((error) => error.extensions.code)).toEqual(['KETEN_NIET_VERLEEND']);
  });

  test('refers besides to nothing at all at each source that may be asked: whether it is asked tells nothing', async () => {
    const blind = async (verleningen?: readonly Verlening[]) =>
      (await ask(TIJDLIJN, verleningen)).casus['tijdlijn']!.filter(({ id }) => BLIND.test(id ?? ''));
    const [first, second] = [await blind(), await blind()];
    expect(first.map(({ __typename }) => __typename)).toEqual(['Politieadvies', 'Zorgadvies']);
    expect(first.map(({ id }) => id)).not.toEqual(second.map(({ id }) => id));
    expect((await blind(zonder('zorg.advies'))).map(({ __typename }) => __typename)).toEqual(['Politieadvies']);
    expect(await blind(allesMet(['casus.tijdlijn'], { beperkingen: ['VRIJGEGEVEN'] }))).toEqual(
      first.map(() => expect.anything() as unknown),
    );
  });

  test('a row that can not be read is a fault to who may see it, and to nobody else', async () => {
    const store = new Database(join(bron.dir, 'municipality.sqlite'));
    const [{ criteria }] = store.prepare("select criteria from doeltoetsen where datum = '2026-01-10'").all() as [
      { criteria: string },
    ];
    const write = store.prepare("update doeltoetsen set criteria = ? where datum = '2026-01-10'");
    write.run('["onleesbaar');
    const withCriteria = TIJDLIJN.replace('... on Doeltoets { datum }', '... on Doeltoets { datum criteria }');
    try {
      const seen = await ask(`${withCriteria} doeltoets { criteria }`);
      expect(seen.errors?.map((error) => error.path)).toEqual([['casus', 'tijdlijn', 7, 'criteria']]);
      expect(seen.casus['doeltoets']).toEqual({ criteria: ['Z', 'A'] });
      expect(await tijdlijn(zonder('casus.doeltoets'), withCriteria)).toHaveLength(ALL.length - 2);
    } finally {
      write.run(criteria);
      store.close();
    }
  });

  test('gives no advies itself, and finds none by its key', async () => {
    const { body } = await bron.ask(
      gemeenteDelegatie(),
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      { r: [{ __typename: 'Politieadvies', id: 'pa-1' }] },
    );
    expect(body).toEqual({ data: { _entities: [null] } });
  });
});

describe('what an overleg produced', () => {
  const OPBRENGST = 'overleggen { opbrengst { __typename ... on Actie { omschrijving } } }';
  const opbrengst = async (verleningen?: readonly Verlening[], changes = {}) => {
    const { casus, errors } = await ask(OPBRENGST, verleningen, changes);
    expect(errors).toBeUndefined();
    return (casus['overleggen'] as unknown as { opbrengst: Item[] }[]).map((one) =>
      one.opbrengst.map(({ __typename, omschrijving }) => omschrijving ?? __typename),
    );
  };

  test('besluiten, then opschaling, then acties of this casus', async () => {
    expect(await opbrengst()).toEqual([
      ['Overlegbesluit', 'Actie 1'],
      ['Overlegbesluit', 'Overlegbesluit', 'Opschaling', 'Actie 3', 'Actie 2'],
    ]);
  });

  test('each kind by its own category', async () => {
    expect(await opbrengst(zonder('casus.acties'))).toEqual([
      ['Overlegbesluit'],
      ['Overlegbesluit', 'Overlegbesluit', 'Opschaling'],
    ]);
    expect(await opbrengst(zonder('casus.besluiten', 'casus.opschaling'))).toEqual([
      ['Actie 1'],
      ['Actie 3', 'Actie 2'],
    ]);
  });

  test('of the acties his own and those that matter to him, as in the plan', async () => {
    const eigen = allesMet(['casus.acties'], { beperkingen: ['EIGEN_EN_RELEVANT'] });
    expect(await opbrengst(eigen)).toEqual([
      ['Overlegbesluit', 'Actie 1'],
      ['Overlegbesluit', 'Overlegbesluit', 'Opschaling', 'Actie 3'],
    ]);
    expect(await opbrengst(eigen, { partner: 'om-oost-nederland' })).toEqual([
      ['Overlegbesluit'],
      ['Overlegbesluit', 'Overlegbesluit', 'Opschaling'],
    ]);
  });
});
