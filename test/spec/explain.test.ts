import { vandaag } from '../../schema/domain/vandaag';
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

  const explain = async (partner: string, medewerker: string, casus: string, doel: string, body: object) => {
    const token = await house.token(partner, medewerker);
    const headers = {
      authorization: `Bearer ${token}`,
      'keten-casus': casus,
      'keten-doel': doel,
      'content-type': 'application/json',
    };
    const response = await fetch(`${house.address}/uitleg`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Uitleg };
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
      const explained = await explain(partner, medewerker, casus, doel, { query, variables });
      expect(explained.status).toBe(200);
      expect(house.traffic()).toEqual([]);
      const live = await house.ask({ partner, medewerker, casus, doel, query, variables });
      const refused = explained.body.velden
        .filter(({ besluit }) => besluit === 'DENY')
        .map(({ pad, coordinaat, reden, categorieen }) => ({ pad, coordinaat, reden, categorieen }));
      const told = (live.body.errors ?? []).map(({ path, extensions: { coordinaat, reden, categorieen } }) => ({
        pad: path,
        coordinaat,
        reden,
        categorieen,
      }));
      expect(sorted(refused)).toEqual(sorted(told));
      expect(explained.body.velden.some(({ besluit }) => besluit === 'ALLOW') || rij.status !== 'LOPEND').toBe(true);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(15);
  }, 60_000);

  test('a look into the rules is in the register as well, and a stranger gets none', async () => {
    const [first] = house.world.municipality.casussen;
    const bad = await explain('politie-oost-nederland', 'm-politie-3', first!.id, 'CASUSREGIE', {
      query,
      variables: { casus: first!.id },
    });
    expect(bad.status).toBe(403);
    for (const body of [
      {},
      { query: '{' },
      { query: '{ nietBestaand }' },
      { query: 'mutation { x }' },
      { query, extra: 1 },
      [],
    ]) {
      expect((await explain('politie-oost-nederland', 'm-politie-1', first!.id, 'CASUSREGIE', body)).status).toBe(400);
    }
  });
});

const sorted = (entries: readonly object[]): string[] => entries.map((entry) => JSON.stringify(entry)).sort();
