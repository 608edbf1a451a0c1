import { type House, startHouse } from '../harness/startHouse';
import { answer, readSituatie } from '../oracle/answer';
import { fullQuery, permittedDoelen, seats } from '../oracle/asks';
import { readContract } from '../oracle/contract';
import { violations } from '../oracle/traffic';
import { vandaag } from '../../schema/domain/vandaag';

describe('each person at each table, for each doel, gets exactly what a naive reading of YAML and data gives', () => {
  const contract = readContract();
  /** Every fifth; each with KETENHUB_DEEP. Random people are asked more of in test/random. */
  const STEP = process.env['KETENHUB_DEEP'] === undefined ? 5 : 1;
  const query = fullQuery(contract);
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  test('data, denied selections and no fetch without a grant, for every demo casus', async () => {
    const day = vandaag();
    let [asked, fetches] = [0, 0];
    const asks = seats(house.world, day).flatMap((seat) => {
      const casus = house.world.municipality.casussen.find(({ id }) => id === seat.casus)!;
      return permittedDoelen(seat, casus, day, contract).map((doel) => ({ ...seat, doel }));
    });
    for (const { casus: casusId, partner, medewerker, doel } of asks.filter((_, nr) => nr % STEP === 0)) {
      const variables = { casus: casusId };
      const question = { world: house.world, query, variables, casusId, partner, medewerker, doel, today: day };
      const expected = answer(question, contract);
      house.traffic();
      const got = await house.ask({ partner, medewerker, casus: casusId, doel, query, variables });
      const where = `${casusId} ${partner} ${medewerker} ${doel}`;
      expect({ where, status: got.status }).toEqual({ where, status: 200 });
      expect({ where, data: got.body.data }).toEqual({ where, data: expected.data });
      expect({ where, errors: denied(got.body.errors) }).toEqual({
        where,
        errors: expected.errors.map(keyOf).sort(),
      });
      const traffic = house.traffic();
      const wrong = traffic.flatMap((fetch) => violations(readSituatie(question, contract), fetch));
      expect({ where, wrong }).toEqual({ where, wrong: [] });
      asked += 1;
      fetches += traffic.length;
    }
    expect(asked).toBeGreaterThan(200 / STEP);
    expect(fetches).toBeGreaterThan(450 / STEP);
  }, 600_000);
});

type Errors = Awaited<ReturnType<House['ask']>>['body']['errors'];

function denied(errors: Errors): string[] {
  return (errors ?? [])
    .map(({ path, extensions }) => {
      expect(extensions.code).toBe('HUB_GEGEVEN_GEWEIGERD');
      const { coordinaat = '', reden = '', categorieen = [] } = extensions;
      return keyOf({ pad: (path ?? []).map(String), coordinaat, reden, categorieen: [...categorieen] });
    })
    .sort();
}

function keyOf({
  pad,
  coordinaat,
  reden,
  categorieen,
}: {
  pad: string[];
  coordinaat: string;
  reden: string;
  categorieen: string[];
}): string {
  return `${pad.join('.')} ${coordinaat} ${reden} ${[...categorieen].sort().join('+')}`;
}
