import { vandaag } from '../../schema/domain/vandaag';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { type House, startHouse } from '../harness/startHouse';
import { answer } from '../oracle/answer';
import { fullQuery } from '../oracle/asks';
import { readContract } from '../oracle/contract';

/** Situations that the demo does not have: one world with all of them, each in a casus of its own. */
describe('in a world that is not the demo', () => {
  const contract = readContract();
  const query = fullQuery(contract);
  const base = createWorld({ seed: 1, size: 'demo' });
  const [rich, repeat, , , trafficking] = base.municipality.casussen;
  const world = twisted(base);
  let house: House;
  beforeAll(async () => {
    house = await startHouse({ world });
  });
  afterAll(() => house.stop());

  const ask = (casus: string, partner: string, medewerker: string, doel: string, text = query) =>
    house.ask({ partner, medewerker, casus, doel, query: text, variables: { casus } });
  const asTheOracle = async (casusId: string, partner: string, medewerker: string, doel: string) => {
    const got = await ask(casusId, partner, medewerker, doel);
    const input = { world, query, variables: { casus: casusId }, casusId, partner, medewerker, doel, today: vandaag() };
    expect(got.body.data).toEqual(answer(input, contract).data);
    return got;
  };

  test('a seat without a designation in that rol is no seat (WGS 1.8(2), BGS 1.11)', async () => {
    const got = await ask(rich!.id, 'tactus', 'm-tactus-1', 'ZORG_EN_HULPVERLENING');
    expect(got.status).toBe(403);
    expect(got.body.errors?.[0]?.extensions.code).toBe('HUB_CASUS_ONTOEGANKELIJK');
    expect((await ask(rich!.id, 'dimence', 'm-dimence-1', 'ZORG_EN_HULPVERLENING')).status).toBe(200);
  });

  test('a ground or release for his employer gives an informatiemakelaar nothing', async () => {
    const zorg = 'query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { bekendBijZorg { bronhouder } } } }';
    const known = async (partner: string, medewerker: string) => {
      const { body } = await ask(rich!.id, partner, medewerker, 'CASUSREGIE', zorg);
      return (
        body.data as { casus: { hoofdbetrokkenen: { bekendBijZorg: unknown[] }[] } }
      ).casus.hoofdbetrokkenen.flatMap(({ bekendBijZorg }) => bekendBijZorg);
    };
    const treated = (list: unknown[]) =>
      list.filter((one) => !JSON.stringify(one).includes(oin('veilig-thuis-ijsselland')));
    expect(treated(await known('gemeente-zwolle', 'm-zwolle-1')).length).toBeGreaterThan(0);
    expect(treated(await known('gemeente-zwolle', 'm-zwolle-3'))).toEqual([]);
    await asTheOracle(rich!.id, 'gemeente-zwolle', 'm-zwolle-3', 'CASUSREGIE');
  });

  test('whether somebody has debts tells nothing of a record that the requester may not see', async () => {
    const { body } = await asTheOracle(
      repeat!.id,
      'gemeente-zwolle',
      world.municipality.zetels.find((z) => z.casus === repeat!.id && z.partner === 'gemeente-zwolle')!.medewerker,
      'CASUSREGIE',
    );
    const persons = (
      body.data as { casus: { hoofdbetrokkenen: { heeftSchulden: boolean | null; schulden: unknown[] | null }[] } }
    ).casus.hoofdbetrokkenen;
    expect(persons.map(({ heeftSchulden }) => heeftSchulden)).not.toContain(true);
    expect(persons.map(({ heeftSchulden }) => heeftSchulden)).toContain(false);
  });

  test('an auditor of the host at the table does not make the host a participant', async () => {
    house.traffic();
    const { body } = await asTheOracle(trafficking!.id, 'gemeente-deventer', 'm-deventer-1', 'CASUSREGIE');
    expect(house.traffic().map(({ subgraaf }) => subgraaf)).not.toContain('care');
    const reasons = body.errors
      ?.filter(({ extensions }) => extensions.categorieen?.some((naam) => naam.startsWith('zorg.')))
      .map(({ extensions }) => extensions.reden);
    expect(reasons).toContain('BRON_NIET_AAN_TAFEL');
  });

  function twisted(from: World): World {
    const { municipality } = from;
    const debtor = municipality.betrokkenheden.find(
      (one) => one.casus === repeat!.id && one.soort === 'HOOFDBETROKKENE',
    )!.persoon;
    return {
      ...from,
      care: {
        ...from.care,
        gronden: from.care.gronden.map((grond) => ({ ...grond, ontvangers: ['gemeente-zwolle'] })),
      },
      municipality: {
        ...municipality,
        aanwijzingen: municipality.aanwijzingen.map((one) =>
          one.medewerker === 'm-tactus-1' ? { ...one, tot: '2026-06-01' } : one,
        ),
        casussen: municipality.casussen.map((one) =>
          one.id === repeat!.id ? { ...one, bevestigdDoor: ['gemeente-zwolle'] } : one,
        ),
        schulden: [
          ...municipality.schulden.filter(
            ({ persoon }) =>
              !municipality.betrokkenheden.some((one) => one.casus === repeat!.id && one.persoon === persoon),
          ),
          {
            id: 'f'.repeat(32),
            bronhouder: oin('gemeente-deventer'),
            persoon: debtor,
            soort: 'Huur',
            bedrag: 100,
            schuldhulp: 'geen',
          },
        ],
        zetels: [
          ...municipality.zetels,
          {
            casus: trafficking!.id,
            partner: 'dimence',
            medewerker: 'm-dimence-1',
            rol: 'AUDITOR',
            van: '2026-01-01',
            tot: null,
            vervangt: null,
          },
        ],
      },
    };
  }

  function oin(partner: string): string {
    return contract.partners.find(({ id }) => id === partner)!.oin;
  }
});
