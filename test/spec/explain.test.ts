import { vandaag } from '../../schema/domain/vandaag';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';
import { fullQuery, permittedDoelen, seats } from '../oracle/asks';
import { readContract } from '../oracle/contract';

interface Uitleg {
  readonly velden: readonly {
    readonly coordinaat: string;
    readonly pad: readonly string[];
    readonly besluit: string;
    readonly reden: string | null;
    readonly categorieen: readonly string[];
    readonly artikel: string | null;
    readonly beperkingen: readonly string[];
  }[];
  readonly digest: string;
}

describe('explain and the live hub never disagree', () => {
  const contract = readContract();
  const query = fullQuery(contract);
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  /** As a field of the graph, under the headers of the question itself. */
  const explain = async (
    partner: string,
    medewerker: string,
    casus: string,
    doel: string,
    vraag: string,
    variabelen: string | null,
  ) => {
    const text = `query ($vraag: String!, $variabelen: String) { uitleg(vraag: $vraag, variabelen: $variabelen) {
      velden { coordinaat pad besluit reden categorieen artikel beperkingen } digest } }`;
    const variables = { vraag, variabelen };
    const { status, body } = await house.ask({ partner, medewerker, casus, doel, query: text, variables });
    return { status, body, uitleg: body.data?.['uitleg'] as Uitleg };
  };

  test('what explain refuses, the hub refuses, for the same reason; and no source is asked', async () => {
    const day = vandaag();
    let compared = 0;
    for (const [index, seat] of seats(house.world, day).entries()) {
      if (index % 4 !== 0) continue;
      const { casus, partner, medewerker } = seat;
      const rij = house.world.municipality.casussen.find(({ id }) => id === casus)!;
      const doel = permittedDoelen(seat, rij, day, contract)[index % 3];
      if (doel === undefined) continue;
      const variables = { casus };
      house.traffic();
      const explained = await explain(partner, medewerker, casus, doel, query, JSON.stringify(variables));
      expect(explained.status).toBe(200);
      expect(house.traffic()).toEqual([]);
      const live = await house.ask({ partner, medewerker, casus, doel, query, variables });
      const refused = explained.uitleg.velden
        .filter(({ besluit }) => besluit === 'DENY')
        .map(({ pad, coordinaat, reden, categorieen }) => ({ pad, coordinaat, reden, categorieen }));
      const told = (live.body.errors ?? []).map(({ path, extensions: { coordinaat, reden, categorieen } }) => ({
        pad: path,
        coordinaat,
        reden,
        categorieen,
      }));
      expect(sorted(refused)).toEqual(sorted(told));
      expect(explained.uitleg.velden.some(({ besluit }) => besluit === 'ALLOW') || rij.status !== 'LOPEND').toBe(true);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(15);
  }, 60_000);

  test('what explain allows, the hub grants under the same beperkingen, and writes down by the same article', async () => {
    const day = vandaag();
    let [under, cited] = [0, 0];
    for (const [index, seat] of seats(house.world, day).entries()) {
      if (index % 6 !== 1) continue;
      const { casus, partner, medewerker } = seat;
      const rij = house.world.municipality.casussen.find(({ id }) => id === casus)!;
      const doel = permittedDoelen(seat, rij, day, contract)[index % 2];
      if (doel === undefined) continue;
      const variables = { casus };
      const explained = await explain(partner, medewerker, casus, doel, query, JSON.stringify(variables));
      const allowed = explained.uitleg.velden.filter(({ besluit }) => besluit === 'ALLOW');
      house.traffic();
      const before = readRegister(house).length;
      await house.ask({ partner, medewerker, casus, doel, query, variables });
      const granted = house.traffic().flatMap(({ delegatie }) => delegatie.verleningen);
      for (const { coordinaat, categorieen, beperkingen } of allowed) {
        const live = granted
          .filter(({ categorie }) => categorieen.includes(categorie))
          .flatMap((one) => one.beperkingen);
        expect({ coordinaat, beperkingen }).toEqual({ coordinaat, beperkingen: [...new Set(live)].sort() });
        under += beperkingen.length;
      }
      const written = readRegister(house, before).filter(({ soort }) => soort === 'ANTWOORD');
      const byWhich = new Map<string, Set<string>>();
      for (const { artikel, velden } of written.flatMap(({ gegevens }) => gegevens)) {
        for (const coordinaat of Object.keys(velden)) {
          byWhich.set(coordinaat, new Set([...(byWhich.get(coordinaat) ?? []), ...artikel.split('; ')]));
        }
      }
      // What was given was given by what explain cites; of what is his own or of others it cites both.
      for (const [coordinaat, artikelen] of byWhich) {
        for (const { artikel } of allowed.filter((one) => one.coordinaat === coordinaat)) {
          const lacks = [...artikelen].filter((one) => artikel?.split('; ').includes(one) !== true);
          expect({ coordinaat, artikel, lacks }).toEqual({ coordinaat, artikel, lacks: [] });
          cited += 1;
        }
      }
    }
    expect(Math.min(under, cited)).toBeGreaterThan(100);
  }, 60_000);

  test('a stranger to the casus gets no explanation, and what can not be read has none', async () => {
    const casus = house.world.municipality.casussen[0]!.id;
    const variabelen = JSON.stringify({ casus });
    const bad = await explain('politie-oost-nederland', 'm-politie-3', casus, 'CASUSREGIE', query, variabelen);
    expect(bad.status).toBe(403);
    const asked: [string, string | null][] = [
      ['', null],
      ['{', null],
      ['{ nietBestaand }', null],
      ['mutation { x }', null],
      ['{ __schema { types { name } } }', null],
      [`{ ${'mijnCasussen { rol } '.repeat(3_000)} }`, null],
      [query, null],
      [query, '{'],
      [query, '[]'],
      [query, '{"casus": {"naam": "Jan Jansen"}}'],
    ];
    for (const [vraag, given] of asked) {
      const { status, body } = await explain(
        'politie-oost-nederland',
        'm-politie-1',
        casus,
        'CASUSREGIE',
        vraag,
        given,
      );
      const [error] = body.errors ?? [];
      expect({ vraag, status, code: error?.extensions.code }).toEqual({ vraag, status: 400, code: 'BAD_USER_INPUT' });
      expect(error?.message).not.toMatch(/Jansen|nietBestaand|Did you mean/);
      expect(body.data).toBeUndefined();
    }
  });
});

const sorted = (entries: readonly object[]): string[] => entries.map((entry) => JSON.stringify(entry)).sort();
