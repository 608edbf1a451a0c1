import { freePort } from '../harness/startSplit';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';

type Counts = Readonly<Record<string, number>>;

function countBy(keys: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

describe('what is counted for whoever watches the hub', () => {
  let house: House;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    house = await startHouse({ env: { METRICS_PORT: String(port) } });
  });
  afterAll(() => house.stop());

  /** Counts of one metric, by its labels in the order in which they stand. */
  const shown = async (name: string): Promise<Counts> => {
    const text = await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
    const lines = [...text.matchAll(new RegExp(`^${name}\\{(.*?)\\} (\\d+)$`, 'gm'))];
    return Object.fromEntries(
      lines.map(([, labels = '', count]) => [
        [...labels.matchAll(/="(.*?)"/g)].map(([, value]) => value).join(' '),
        Number(count),
      ]),
    );
  };

  test('is, by partner, what stands in the register: what came of requests, and what was refused, and why', async () => {
    const casus = house.world.municipality.casussen[0]!.id;
    const query = 'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { incidenten { soort } crisiscontacten { uitkomst } bsn } } }'; // oxfmt-ignore
    const nurse = { partner: 'dimence', medewerker: 'm-dimence-1', casus, query, variables: { casus } };
    const police = { ...nurse, partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
    for (let nr = 0; nr < 3; nr += 1) await house.ask({ ...nurse, doel: 'ZORG_EN_HULPVERLENING' });
    await house.ask({ ...police, doel: 'STRAFRECHTELIJKE_HANDHAVING' });
    await house.ask({ ...police, doel: 'ZORG_EN_HULPVERLENING', casus: 'f'.repeat(32) });
    await house.ask({ ...police, query: '{ verzonnen }' });
    await house.ask({ ...police, query: '{ __schema { queryType { name } } }' });
    await house.ask({ ...police, query: '{ mijnCasussen { rol } }', casus: undefined });
    await house.ask({ ...police, token: 'niemand' });

    const lines = readRegister(house).filter(({ soort }) => ['ANTWOORD', 'INZAGE', 'GEWEIGERD'].includes(soort));
    const outcomes = countBy(lines.map(({ partner, code, soort }) => `${String(partner)} ${code ?? soort}`));
    expect(outcomes).toMatchObject({
      'dimence ANTWOORD': 3,
      'politie-oost-nederland HUB_CASUS_ONTOEGANKELIJK': 1,
      'politie-oost-nederland GRAPHQL_VALIDATION_FAILED': 1,
      'politie-oost-nederland INZAGE': 1,
    });
    expect(await shown('ketenhub_outcomes_total')).toEqual(outcomes);
    const refusals = countBy(
      lines.flatMap(({ partner, weigeringen = [] }) => weigeringen.map(({ reden }) => `${String(partner)} ${reden}`)),
    );
    expect(Object.keys(refusals).length).toBeGreaterThan(1);
    expect(await shown('ketenhub_refusals_total')).toEqual(refusals);
    // What never became a question was not worked on.
    expect(await shown('ketenhub_work_seconds_count')).toEqual({ dimence: 3, 'politie-oost-nederland': 4 });
  });
});
