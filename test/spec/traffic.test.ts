import { vandaag } from '../../schema/domain/vandaag';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { type House, type HubAnswer, startHouse } from '../harness/startHouse';
import { readSituatie } from '../oracle/answer';
import { type Seat, fullQuery, permittedDoelen, seats } from '../oracle/asks';
import { readContract } from '../oracle/contract';
import { violations } from '../oracle/traffic';

describe('no fetch without a grant', () => {
  const contract = readContract();
  const query = fullQuery(contract);
  const day = vandaag();
  let house: House;
  let asks: { seat: Seat; doel: string }[];
  beforeAll(async () => {
    house = await startHouse();
    asks = seats(house.world, day).flatMap((seat) =>
      permittedDoelen(seat, casusOf(house.world, seat), day, contract).map((doel) => ({ seat, doel })),
    );
  });
  afterAll(() => house.stop());

  const ask = ({ seat: { casus, partner, medewerker }, doel }: { seat: Seat; doel: string }): Promise<HubAnswer> =>
    house.ask({ partner, medewerker, casus, doel, query, variables: { casus } });
  const situatie = ({ seat: { casus, partner, medewerker }, doel }: { seat: Seat; doel: string }) =>
    readSituatie(
      { world: house.world, query, variables: {}, casusId: casus, partner, medewerker, doel, today: day },
      contract,
    );

  test('each fetch carries a delegation for its own source with the categories of that fetch and no more', async () => {
    const one = asks.find(
      ({ seat, doel }) => seat.partner === 'politie-oost-nederland' && doel === 'STRAFRECHTELIJKE_HANDHAVING',
    )!;
    house.traffic();
    await ask(one);
    const recorded = house.traffic();
    expect(recorded.map(({ subgraaf }) => subgraaf)).toEqual(expect.arrayContaining(['municipality', 'police']));
    for (const { subgraaf, delegatie } of recorded) {
      expect(delegatie).toMatchObject({
        subgraaf,
        partner: one.seat.partner,
        medewerker: one.seat.medewerker,
        casus: one.seat.casus,
        doel: one.doel,
      });
      const prefixes = {
        police: /^politie\.|^persoon\.geheimhouding$/,
        care: /^(zorg|veiligthuis|politie)\.|^persoon\.geheimhouding$/,
        // And of what the dossier refers to whether it may.
        municipality: /^(casus|persoon|kring|professional|gemeente)\.|^(politie|zorg)\.advies$/,
      };
      for (const { categorie } of delegatie.verleningen) expect(categorie).toMatch(prefixes[subgraaf]);
    }
  });

  test('two requesters on the same operation text at once never get the plan of one another', async () => {
    const sameCasus = asks
      .filter(({ seat }) => seat.casus === asks[0]!.seat.casus)
      .filter((_, index) => index % 2 === 0);
    const alone = new Map<string, unknown>();
    for (const one of sameCasus) alone.set(JSON.stringify(one), strip(await ask(one)));
    const shuffled = [...sameCasus, ...sameCasus].sort((a, b) =>
      JSON.stringify(a) + a.doel < JSON.stringify(b) + b.seat.rol ? -1 : 1,
    );
    house.traffic();
    // Some at a time: all at once would only tell how fast this machine is.
    const together: { one: (typeof asks)[number]; got: ReturnType<typeof strip> }[] = [];
    for (let first = 0; first < shuffled.length; first += 8) {
      const batch = shuffled.slice(first, first + 8);
      together.push(...(await Promise.all(batch.map(async (one) => ({ one, got: strip(await ask(one)) })))));
    }
    for (const { one, got } of together) expect(got).toEqual(alone.get(JSON.stringify(one)));
    for (const fetch of house.traffic()) {
      const { partner, medewerker, doel } = fetch.delegatie;
      const one = sameCasus.find(
        ({ seat, doel: d }) => seat.partner === partner && seat.medewerker === medewerker && d === doel,
      )!;
      expect(violations(situatie(one), fetch)).toEqual([]);
    }
  }, 60_000);
});

const casusOf = (world: World, seat: Seat) => world.municipality.casussen.find(({ id }) => id === seat.casus)!;

/** Everything but the random receipt. */
const strip = ({ status, body: { data, errors } }: HubAnswer) => ({ status, data, errors });
