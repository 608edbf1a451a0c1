import { vandaag } from '../../schema/domain/vandaag';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { type House, startHouse } from '../harness/startHouse';
import { readSituatie } from '../oracle/answer';
import { type Seat, fullQuery, permittedDoelen, seats } from '../oracle/asks';
import { readContract } from '../oracle/contract';
import { ungrantedAnswers, violations } from '../oracle/traffic';

const contract = readContract();
const query = fullQuery(contract);
const day = vandaag();
const base = createWorld({ seed: 1, size: 'demo' });
const casus = base.municipality.casussen[0]!;
const BEHANDELAARS = ['dimence', 'tactus'];
const oin = (partner: string): string => contract.partners.find(({ id }) => id === partner)!.oin;

/**
 * All adviezen of care in this casus are of treatment providers, and no ground lets any of them go. `referred`: the
 * dossier refers to them, to one of another casus, and to two that nobody has; else there are none to refer to.
 */
function worldWith(referred: boolean): World {
  const { care, police, municipality } = base;
  const elders = police.adviezen.find((one) => one.casus !== casus.id)!;
  const known = new Set([...police.adviezen, ...care.adviezen].map(({ id }) => id));
  const behandelaar = ({ bronhouder }: { readonly bronhouder: string }) => BEHANDELAARS.map(oin).includes(bronhouder);
  const withheld = [
    { id: elders.id, bronhouder: elders.bronhouder },
    ...['1', '2'].map((digit) => ({ id: digit.repeat(32), bronhouder: elders.bronhouder })),
  ].map((one) => ({ ...one, casus: casus.id, soort: 'POLITIEADVIES' as const, datum: '2026-05-05' }));
  const adviezen = care.adviezen.filter((one) => one.casus !== casus.id || (referred && behandelaar(one)));
  const ingebracht = municipality.ingebrachteAdviezen.filter(
    ({ id, casus: of, soort }) =>
      of !== casus.id || (soort === 'POLITIEADVIES' && known.has(id)) || adviezen.some((one) => one.id === id),
  );
  const gronden = care.gronden.map(({ categorieen, ...grond }) => ({
    ...grond,
    categorieen: categorieen.filter((naam) => naam !== 'zorg.advies'),
  }));
  return {
    ...base,
    care: { ...care, adviezen, gronden },
    municipality: { ...municipality, ingebrachteAdviezen: [...ingebracht, ...(referred ? withheld : [])] },
  };
}

type Ask = { readonly seat: Seat; readonly doel: string };
const asks: readonly Ask[] = seats(base, day)
  .filter((seat) => seat.casus === casus.id)
  .flatMap((seat) => permittedDoelen(seat, casus, day, contract).map((doel) => ({ seat, doel })));
const ask = async (house: House, { seat: { partner, medewerker }, doel }: Ask, text = query) => {
  const got = await house.ask({
    partner,
    medewerker,
    casus: casus.id,
    doel,
    query: text,
    variables: { casus: casus.id },
  });
  expect(got.status).toBe(200);
  return {
    data: got.body.data as { casus: { tijdlijn: Record<string, unknown>[] | null } },
    errors: got.body.errors ?? [],
  };
};
const as = (partner: string, doel: string): Ask =>
  asks.find((one) => one.seat.partner === partner && one.doel === doel)!;

/** What an advies could show in, and what else is asked of the same sources. */
const ADVIEZEN = `query Q($casus: ID!) { casus(id: $casus) {
  tijdlijn { __typename ... on Overleg { datum opbrengst { __typename } } ... on Politieadvies { id datum strekking }
    ... on Zorgadvies { id bronhouder datum advies } }
  politieadviezen { id advies } zorgadviezen { id advies } hoofdbetrokkenen { bekendBijPolitie bekendBijZorg { sinds } } } }`;

describe('what is withheld from a timeline', () => {
  let met: House;
  let zonder: House;
  beforeAll(async () => {
    met = await startHouse({ world: worldWith(true) });
    zonder = await startHouse({ world: worldWith(false) });
  }, 60_000);
  afterAll(async () => {
    await met.stop();
    await zonder.stop();
  });

  test.each(['normal', 'police down', 'care down'] as const)(
    'leaves the answer as if it did not exist, to the byte: %s',
    async (how) => {
      for (const house of [met, zonder]) {
        house.proxies.police.behave(how === 'police down' ? 'down' : 'normal');
        house.proxies.care.behave(how === 'care down' ? 'down' : 'normal');
      }
      let shown = 0;
      const others = asks.filter(({ seat }) => !BEHANDELAARS.includes(seat.partner));
      for (const one of others.filter((_, nr) => how === 'normal' || nr % 3 === 0)) {
        const [got, expected] = [await ask(met, one, ADVIEZEN), await ask(zonder, one, ADVIEZEN)];
        expect(JSON.stringify({ ...one, ...got })).toBe(JSON.stringify({ ...one, ...expected }));
        shown += got.data.casus.tijdlijn?.length ?? 0;
      }
      expect(shown).toBeGreaterThan(how === 'normal' ? 50 : 10);
    },
    120_000,
  );

  test('is there for whose it is', async () => {
    for (const house of [met, zonder]) house.proxies.care.behave('normal');
    const own = await ask(met, as('dimence', 'ZORG_EN_HULPVERLENING'), ADVIEZEN);
    const adviezen = own.data.casus.tijdlijn!.filter((one) => one['__typename'] === 'Zorgadvies');
    expect(adviezen.map((one) => one['bronhouder'])).toContain(oin('dimence'));
    expect(adviezen.map((one) => one['bronhouder'])).not.toContain(oin('tactus'));
  });
});

describe('a timeline, and what an overleg produced', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());
  afterEach(() => {
    for (const proxy of Object.values(house.proxies)) proxy.behave('normal');
  });

  test('no kind that is denied is asked for, by anybody; the municipality does not even refer to it', async () => {
    const answers: string[] = [];
    house.proxies.municipality.behave({ answer: (real) => (answers.push(real), real) });
    let denied = 0;
    let referred = 0;
    for (const one of asks) {
      house.traffic();
      answers.splice(0);
      const { errors } = await ask(house, one, ADVIEZEN);
      const { partner, medewerker } = one.seat;
      const input = {
        world: house.world,
        query: ADVIEZEN,
        variables: {},
        casusId: casus.id,
        partner,
        medewerker,
        doel: one.doel,
        today: day,
      };
      const situatie = readSituatie(input, contract);
      const fetches = house.traffic();
      expect({ ...one, wrong: fetches.flatMap((fetch) => violations(situatie, fetch)) }).toEqual({ ...one, wrong: [] });
      expect({ ...one, wrong: answers.flatMap((text) => ungrantedAnswers(situatie, text)) }).toEqual({
        ...one,
        wrong: [],
      });
      const kinds = errors.map(({ extensions }) => extensions.coordinaat);
      for (const [kind, subgraaf] of [
        ['Politieadvies', 'police'],
        ['Zorgadvies', 'care'],
      ] as const) {
        if (!kinds.includes(kind)) continue;
        denied += 1;
        const toSource = fetches.filter((fetch) => fetch.subgraaf === subgraaf).map(({ body }) => body);
        expect(toSource.join()).not.toContain(kind);
      }
      referred += answers.join().split(/"__typename":"(?:Politie|Zorg)advies"/).length - 1;
    }
    expect(denied).toBeGreaterThan(10);
    expect(referred).toBeGreaterThan(50);
  }, 60_000);

  test('a kind that is denied is told once, at the list, whether there is one or not, and only to who asked of it', async () => {
    const reclassering = as('reclassering-nederland', 'CASUSREGIE');
    const told = async (selection: string) =>
      (await ask(house, reclassering, `query Q($casus: ID!) { casus(id: $casus) { ${selection} } }`)).errors.map(
        ({ path, extensions }) => `${path!.join('.')} ${extensions.coordinaat!} ${extensions.categorieen!.join('+')}`,
      );
    const all = [
      'casus.alles.@ Doeltoets casus.doeltoets',
      'casus.alles.@ Politieadvies politie.advies',
      'casus.alles.@ Zorgadvies zorg.advies',
    ];
    expect((await told('alles: tijdlijn { __typename }')).sort()).toEqual(all);
    expect((await told('alles: tijdlijn(vanaf: "2999-01-01") { soort: __typename }')).sort()).toEqual(all);
    expect(await told('alles: tijdlijn { ... on Overleg { datum } }')).toEqual([]);
    expect(
      await told(
        'alles: tijdlijn { ... on Zorgadvies { id advies strekking } ... on Gebeurtenis { ... on Overleg { datum } } }',
      ),
    ).toEqual([all[2]]);
    expect(
      await told(
        'alles: tijdlijn { ... on Zorgadvies @skip(if: true) { id } ... on Zorgadvies { advies @include(if: false) } }',
      ),
    ).toEqual([]);
  });

  test('of a kind that is granted each record stands in the list, also when nothing of it was asked', async () => {
    const om = as('om-oost-nederland', 'STRAFRECHTELIJKE_HANDHAVING');
    const tijdlijn = async (selection: string) =>
      (await ask(house, om, `query Q($casus: ID!) { casus(id: $casus) { tijdlijn { ${selection} } } }`)).data.casus
        .tijdlijn!;
    const kinds = (await tijdlijn('__typename')).map((one) => one['__typename']);
    expect(new Set(kinds)).toEqual(new Set(['Overleg', 'Politieadvies', 'Zorgadvies']));
    expect((await tijdlijn('... on Overleg { datum }')).map((one) => Object.keys(one).length)).toEqual(
      kinds.map((kind) => (kind === 'Overleg' ? 1 : 0)),
    );
    const newest = await tijdlijn(
      '... on Overleg { datum } ... on Politieadvies { datum } ... on Zorgadvies { datum }',
    );
    const days = newest.map((one) => String(one['datum']));
    expect(days).toEqual([...days].sort().reverse());
  });

  test.each(['police', 'care'] as const)(
    'when %s fails, the list has the rest and says once that it is not whole',
    async (subgraaf) => {
      house.proxies[subgraaf].behave('down');
      const { data, errors } = await ask(
        house,
        as('om-oost-nederland', 'STRAFRECHTELIJKE_HANDHAVING'),
        'query Q($casus: ID!) { casus(id: $casus) { tijdlijn { __typename } } }',
      );
      const kinds = new Set(data.casus.tijdlijn!.map((one) => one['__typename']));
      expect(kinds).toEqual(new Set(['Overleg', subgraaf === 'police' ? 'Zorgadvies' : 'Politieadvies']));
      expect(errors.filter(({ extensions }) => extensions.code !== 'HUB_GEGEVEN_GEWEIGERD')).toMatchObject([
        { path: ['casus', 'tijdlijn'], extensions: { code: 'HUB_PARTNER_ONBEREIKBAAR', subgraaf } },
      ]);
    },
  );

  test('names of a client do no more in a union than elsewhere', async () => {
    const zwolle = as('gemeente-zwolle', 'ZORG_EN_HULPVERLENING');
    const tijdlijn = async (selection: string) =>
      (await ask(house, zwolle, `query Q($casus: ID!) { casus(id: $casus) { tijdlijn { ${selection} } } }`)).data.casus
        .tijdlijn!;
    const plain = await tijdlijn(
      '... on Politieadvies { strekking } ... on Zorgadvies { advies } ... on Overleg { besluit }',
    );
    for (const alias of [
      'id',
      '__typename',
      'bronhouder',
      'ketenhub_id',
      'ketenhub_bronhouder_police',
      'ketenhub_type',
      'zelfde',
      'ketenhub_0__alias_0',
    ]) {
      const named = await tijdlijn(
        `... on Politieadvies { ${alias}: strekking } ... on Zorgadvies { ${alias}: advies } ... on Overleg { ${alias}: besluit }`,
      );
      expect(named.map((one) => ({ alias, value: one[alias] }))).toEqual(
        plain.map((one) => ({ alias, value: Object.values(one)[0] })),
      );
    }
    const lists = await tijdlijn(
      '... on Overleg { zelfde: opbrengst { __typename } ander: aanwezigen { __typename } }',
    );
    const swapped = await tijdlijn(
      '... on Overleg { ander: opbrengst { __typename } zelfde: aanwezigen { __typename } }',
    );
    expect(swapped.map((one) => [one['zelfde'], one['ander']])).toEqual(
      lists.map((one) => [one['ander'], one['zelfde']]),
    );
  });
});

describe('how a home visit can be done safely is worked out in a chain', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());
  afterEach(() => {
    for (const proxy of Object.values(house.proxies)) proxy.behave('normal');
  });
  const persons = async (one: Ask, fields = 'huisbezoek') => {
    const text = `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ${fields} } } }`;
    const { data, errors } = await ask(house, one, text);
    return {
      found: (data.casus as unknown as { hoofdbetrokkenen: Record<string, string | null>[] }).hoofdbetrokkenen,
      errors,
    };
  };

  test('each host is sent what the one before it said, and nothing else', async () => {
    house.traffic();
    const { found, errors } = await persons(
      as('gemeente-zwolle', 'ZORG_EN_HULPVERLENING'),
      'id: huisbezoek geheimhouding: bezoekadvies',
    );
    expect(errors).toEqual([]);
    expect(found.every((one) => one['id'] !== null)).toBe(true);
    const sent = house.traffic().map(({ subgraaf, body, delegatie }) => {
      const { variables } = JSON.parse(body) as { variables: { representations?: Record<string, unknown>[] } };
      const [first] = variables.representations ?? [];
      const granted = [...new Set(delegatie.verleningen.map(({ categorie }) => categorie))].sort();
      return [
        subgraaf,
        Object.keys(first ?? {})
          .sort()
          .join(' '),
        granted.join(' '),
      ];
    });
    expect(sent.sort()).toEqual([
      ['care', '__typename bezoekadvies id', 'persoon.geheimhouding politie.risico zorg.huisbezoek'],
      ['municipality', '', 'casus.betrokkenheid casus.kern persoon.geheimhouding'],
      ['police', '__typename geheimhouding id', 'persoon.geheimhouding politie.risico'],
    ]);
  });

  test.each(['police', 'care'] as const)('when %s fails, it is a fault, and no advice by half', async (subgraaf) => {
    house.proxies[subgraaf].behave('down');
    const { found, errors } = await persons(as('gemeente-zwolle', 'ZORG_EN_HULPVERLENING'));
    expect(found).toEqual(found.map(() => ({ huisbezoek: null })));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(found.map(() => 'HUB_PARTNER_ONBEREIKBAAR'));
  });

  test('who may not have one of the three has none of it, and none of the sources hears of the person', async () => {
    for (const doel of ['BEGELEIDING', 'CASUSREGIE', 'BESTUURLIJKE_HANDHAVING']) {
      house.traffic();
      const { found, errors } = await persons(as('gemeente-zwolle', doel));
      expect(found).toEqual(found.map(() => ({ huisbezoek: null })));
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['HUB_GEGEVEN_GEWEIGERD']);
      expect(house.traffic().map((fetch) => fetch.subgraaf)).toEqual(['municipality']);
    }
  });
});
