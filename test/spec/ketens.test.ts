import { DOELEN } from '../../schema/domain/doel';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { type House, startHouse } from '../harness/startHouse';

/** Chains that stand on an act of their own, beside a Zorg- en Veiligheidshuis in one hub. */
describe('UWV, SVB and Belastingdienst', () => {
  const demo = createWorld({ seed: 1, size: 'demo' });
  const [huis] = demo.municipality.casussen;
  const fraude = demo.municipality.casussen.find(({ doel }) => doel === 'FRAUDEBESTRIJDING');
  const buiten = ['uwv', 'svb', 'belastingdienst'] as const;
  let house: House;
  beforeAll(async () => {
    // Somebody at the municipality gives each of them a seat where none of them belongs.
    const zetels = buiten.map((partner) => ({
      ...{ casus: huis?.id ?? '', partner, medewerker: `m-${partner}-1`, rol: 'DEELNEMER' as const },
      ...{ van: '2026-01-01', tot: null, vervangt: null },
    }));
    const { municipality } = demo;
    house = await startHouse({
      world: { ...demo, municipality: { ...municipality, zetels: [...municipality.zetels, ...zetels] } },
    });
  });
  afterAll(() => house.stop());

  const ask = (partner: string, casus: string | undefined, doel: string, selection: string) =>
    house.ask({
      ...{ partner, medewerker: `m-${partner}-1`, casus, doel, variables: { casus } },
      query: `query Q($casus: ID!) { casus(id: $casus) { ${selection} } }`,
    });

  test('get nothing in a casus of the WGS, for any doel, also with a seat at its table; no source is asked', async () => {
    house.traffic();
    for (const partner of buiten) {
      for (const doel of DOELEN) {
        const { status, body } = await ask(partner, huis?.id, doel, 'kenmerk');
        expect([partner, doel, status, body.errors?.[0]?.extensions.code]).toEqual([
          ...[partner, doel, 403, 'HUB_DOEL_NIET_GEDEKT'],
        ]);
      }
    }
    expect(house.traffic()).toEqual([]);
  });

  test('get in a casus of the fraud team what its convenant gives each of them, under the act that gives it', async () => {
    const asked = 'kenmerk hoofdbetrokkenen { inkomens { bronhouder } schulden { bronhouder } bsn }';
    const seen = async (partner: string) => {
      const { body } = await ask(partner, fraude?.id, 'FRAUDEBESTRIJDING', asked);
      const casus = body.data?.['casus'] as { hoofdbetrokkenen: Record<string, { bronhouder: string }[] | null>[] };
      const suppliers = (naam: string) =>
        new Set(casus.hoofdbetrokkenen.flatMap((one) => one[naam] ?? []).map(({ bronhouder }) => soort(bronhouder)));
      const refused = body.errors?.map(({ extensions }) => extensions.coordinaat);
      return { inkomens: suppliers('inkomens'), schulden: suppliers('schulden'), refused };
    };
    const bsn = 'Hoofdbetrokkene.bsn';
    const all = new Set(['GEMEENTE', 'UWV', 'SVB', 'BELASTINGDIENST']);
    expect(await seen('uwv')).toEqual({ inkomens: all, schulden: new Set(['UWV']), refused: [bsn] });
    expect(await seen('svb')).toEqual({ inkomens: all, schulden: new Set(), refused: [bsn] });
    // Its own it has, for what it holds; of debts to others it gets none.
    expect(await seen('belastingdienst')).toEqual({
      ...{ inkomens: all, schulden: new Set(['BELASTINGDIENST']), refused: [bsn] },
    });
  });

  test('are refused what the police and care hold of the same persons, whatever they ask', async () => {
    const asked = 'hoofdbetrokkenen { meldingen { datum } crisiscontacten { datum } }';
    house.traffic();
    const { body } = await ask('uwv', fraude?.id, 'FRAUDEBESTRIJDING', asked);
    expect(body.errors?.map(({ extensions }) => extensions.reden)).toEqual(['GEEN_VERSTREKKING', 'GEEN_VERSTREKKING']);
    const sources = house.traffic().map(({ subgraaf }) => subgraaf);
    expect(sources.filter((source) => source !== 'municipality')).toEqual([]);
  });

  function soort(oin: string): string | undefined {
    return [...house.partners.values()].find((partner) => partner.oin === oin)?.soort;
  }
});
