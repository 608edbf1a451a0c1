import { vandaag } from '../../../schema/domain/vandaag';
import { createWorld } from '../../../subgraphs/kit/synthetic/createWorld';
import { type House, startHouse } from '../../harness/startHouse';
import { answer } from '../../oracle/answer';
import { ownSeatsQuery, seats } from '../../oracle/asks';
import { readContract } from '../../oracle/contract';

describe("mijnCasussen, without a casus: one's own seats and no more", () => {
  const contract = readContract();
  const query = ownSeatsQuery(contract);
  const day = vandaag();
  const world = createWorld({ seed: 1, size: 'demo' });
  const present = seats(world, day);
  const bare = present[0]!;
  // He still sits at the table, but his partner has ended his designation.
  const undesignated = {
    ...world,
    municipality: {
      ...world.municipality,
      aanwijzingen: world.municipality.aanwijzingen.filter(
        (one) => one.partner !== bare.partner || one.medewerker !== bare.medewerker,
      ),
    },
  };
  let house: House;
  beforeAll(async () => {
    house = await startHouse({ world: undesignated });
  });
  afterAll(() => house.stop());

  test('each seated medewerker gets what a naive reading of the data gives', async () => {
    const people = new Map(present.map((seat) => [`${seat.partner} ${seat.medewerker}`, seat]));
    let shown = 0;
    for (const { partner, medewerker, casus } of people.values()) {
      if (partner === bare.partner && medewerker === bare.medewerker) continue;
      const ask = {
        world: undesignated,
        query,
        variables: {},
        casusId: casus,
        partner,
        medewerker,
        doel: 'CASUSREGIE',
        today: day,
      };
      const expected = answer(ask, contract);
      const got = await house.ask({ partner, medewerker, query });
      expect({ partner, medewerker, status: got.status, data: got.body.data }).toEqual({
        partner,
        medewerker,
        status: 200,
        data: expected.data,
      });
      expect(got.body.errors ?? []).toHaveLength(expected.errors.length);
      expect(got.body.extensions).toBeUndefined();
      shown += (got.body.data?.['mijnCasussen'] as unknown[] | null)?.length ?? 0;
    }
    expect(people.size).toBeGreaterThan(5);
    expect(shown).toBeGreaterThan(5);
  }, 30_000);

  test.each([
    ['who sits at a table, but is not designated any more', bare],
    ['who was never designated', { partner: 'politie-oost-nederland', medewerker: 'm-niemand' }],
    ['a colleague who borrows the id of another partner', { partner: 'dimence', medewerker: 'm-politie-1' }],
  ])('%s is denied, and no source is asked', async (_name, { partner, medewerker }) => {
    house.traffic();
    const { status, body } = await house.ask({ partner, medewerker, query });
    expect({ status, data: body.data }).toEqual({ status: 200, data: { mijnCasussen: null } });
    expect(body.errors?.map(({ path, extensions: { code, reden } }) => ({ path, code, reden }))).toEqual([
      { path: ['mijnCasussen'], code: 'HUB_GEGEVEN_GEWEIGERD', reden: 'ROL_NIET_GEDEKT' },
    ]);
    expect(house.traffic()).toEqual([]);
  });

  test('a seat for which he is no longer designated is none, though he is designated for others', async () => {
    const two = present.filter((one) => one.partner !== bare.partner || one.medewerker !== bare.medewerker);
    const of = (one: (typeof present)[number]) => world.municipality.aanwijzingen.filter(({ partner, medewerker }) => partner === one.partner && medewerker === one.medewerker); // oxfmt-ignore
    const seat = two.find((one) => new Set(of(one).map(({ rol }) => rol)).size > 1)!;
    const { partner, medewerker } = seat;
    const mine = (at: House) => at.ask({ partner, medewerker, query: '{ mijnCasussen { casusId rol } }' });
    const rollen = ({ body }: Awaited<ReturnType<typeof mine>>) => (body.data?.['mijnCasussen'] as { rol: string }[]).map(({ rol }) => rol); // oxfmt-ignore
    expect(rollen(await mine(house))).toContain(seat.rol);
    const ended = new Set(of(seat).filter(({ rol }) => rol === seat.rol));
    const aanwijzingen = undesignated.municipality.aanwijzingen.map((one) => (ended.has(one) ? { ...one, tot: day } : one)); // oxfmt-ignore
    const later = await startHouse({ world: { ...world, municipality: { ...world.municipality, aanwijzingen } } });
    try {
      expect(rollen(await mine(later))).not.toContain(seat.rol);
    } finally {
      await later.stop();
    }
  }, 60_000);

  test('a root field that needs a casus is not let in beside it', async () => {
    const { partner, medewerker, casus } = present.at(-1)!;
    const { status, body } = await house.ask({
      partner,
      medewerker,
      query: `{ mijnCasussen { rol } casus(id: "${casus}") { id } }`,
    });
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({
      status: 400,
      code: 'HUB_VERZOEK_ONVOLLEDIG',
    });
  });
});
