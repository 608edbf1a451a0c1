import { vandaag } from '../../schema/domain/vandaag';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';
import { answer, readSituatie } from '../oracle/answer';
import { permittedDoelen, seats } from '../oracle/asks';
import { type Situatie, decideCategorie } from '../oracle/besluit';
import { readContract } from '../oracle/contract';
import { type Rij, isVisible } from '../oracle/zichtbaar';

const VELDEN = ['veiligheidsbeeld', 'huisbezoek', 'heeftSchulden'] as const;
const QUERY = `query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { id ${VELDEN.join(' ')} } } }`;

/** Who gave what of one person, read naively: whose rows can be seen; if none, who could be asked without a condition. */
function givers(s: Situatie, veld: (typeof VELDEN)[number], persoon: string): string[] {
  const from = (categorie: string, rows: readonly Omit<Rij, 'subgraaf'>[], subgraaf: Rij['subgraaf']): string[] => {
    const seen = rows.filter((row) => row.persoon === persoon && isVisible(s, categorie, { ...row, subgraaf }));
    const uitkomst = decideCategorie(s, categorie);
    const open = uitkomst.allow ? uitkomst.grants.filter(({ beperkingen }) => beperkingen.length === 0) : [];
    return (seen.length > 0 ? seen : open).map(({ bronhouder }) => `${veld} ${categorie} ${bronhouder}`);
  };
  const { care, municipality, police } = s.world;
  const risico = from('politie.risico', police.risicos, 'police');
  if (veld === 'heeftSchulden') return from('gemeente.schuldindicatie', municipality.schulden, 'municipality');
  if (veld === 'veiligheidsbeeld') return [...from('zorg.risico', care.risicotaxaties, 'care'), ...risico];
  const { bronhouder = '' } = municipality.personen.find(({ id }) => id === persoon) ?? {};
  const person = `${veld} persoon.geheimhouding ${bronhouder}`;
  return [...from('zorg.huisbezoek', care.huisbezoekafspraken, 'care'), ...risico, person];
}

describe('what is worked out of rows of several institutions is in the register under each of them', () => {
  const contract = readContract();
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  test('for each seat and doel, as a naive reading of the data says', async () => {
    const day = vandaag();
    let seen = readRegister(house).length;
    const met = new Set<string>();
    for (const { casus: casusId, partner, medewerker, rol } of seats(house.world, day)) {
      const casus = house.world.municipality.casussen.find(({ id }) => id === casusId)!;
      const [doel] = permittedDoelen({ partner, rol }, casus, day, contract);
      if (doel === undefined) continue;
      const variables = { casus: casusId };
      const asked = { world: house.world, query: QUERY, variables, casusId, partner, medewerker, doel, today: day };
      const { data } = answer(asked, contract) as { data: { casus: { hoofdbetrokkenen: Row[] | null } | null } };
      const s = readSituatie(asked, contract);
      const expected = new Set<string>();
      for (const row of data.casus?.hoofdbetrokkenen ?? [])
        for (const veld of VELDEN) if (row[veld] !== null) givers(s, veld, row.id).forEach((one) => expected.add(one));
      const got = await house.ask({ partner, medewerker, casus: casusId, doel, query: QUERY, variables });
      expect(got.body.data).toEqual(data);
      const answered = readRegister(house, seen).filter(({ soort }) => soort === 'ANTWOORD');
      seen = readRegister(house).length;
      const written = answered.flatMap(({ gegevens }) =>
        gegevens.flatMap(({ gever, categorie, velden }) =>
          Object.entries(velden).flatMap(([coordinaat, aantal]) =>
            aantal > 0 ? [`${coordinaat.split('.')[1] ?? ''} ${categorie} ${gever}`] : [],
          ),
        ),
      );
      const told = new Set(written.filter((one) => VELDEN.some((veld) => one.startsWith(`${veld} `))));
      const where = `${casusId} ${partner} ${doel}`;
      expect({ where, told: [...told].sort() }).toEqual({ where, told: [...expected].sort() });
      for (const one of told) met.add(one);
    }
    // Otherwise it would hold of a hub that writes down its hosts.
    const hosts = [...house.partners.values()].filter(({ subgraaf }) => subgraaf !== null).map(({ oin }) => oin);
    const others = [...met].filter((one) => !hosts.some((oin) => one.endsWith(oin)));
    for (const one of ['huisbezoek zorg.huisbezoek', 'heeftSchulden gemeente']) {
      expect([one, others.some((line) => line.startsWith(one))]).toEqual([one, true]);
    }
  }, 300_000);
});

test('an advies of care is in the register as given about the person whom it is about', async () => {
  const house = await startHouse();
  try {
    const query = `query ($casus: ID!) { casus(id: $casus) { zorgadviezen { advies } politieadviezen { advies } hoofdbetrokkenen { id } } }`;
    const { id, doel } = house.world.municipality.casussen[0]!;
    const { partner, medewerker } = seats(house.world, vandaag()).find((one) => one.casus === id && one.partner === 'dimence')!; // oxfmt-ignore
    const { body } = await house.ask({ partner, medewerker, casus: id, doel, query, variables: { casus: id } });
    expect((body.data as { casus: { zorgadviezen: unknown[] } }).casus.zorgadviezen.length).toBeGreaterThan(0);
    const [entry] = readRegister(house).filter(({ soort }) => soort === 'ANTWOORD');
    const persons = (entry?.personen ?? []).map(({ sleutel }, nr) => [sleutel, entry?.over[nr] ?? []] as const);
    const about = (coordinaat: string): string[] =>
      persons.flatMap(([sleutel, regels]) => (regels.some(({ velden }) => coordinaat in velden) ? [sleutel] : []));
    const inZaak = (coordinaat: string): boolean => (entry?.zaak ?? []).some(({ velden }) => coordinaat in velden);
    expect(about('Zorgadvies.advies').length).toBeGreaterThan(0);
    const betrokken = about('Casus.hoofdbetrokkenen');
    expect(about('Zorgadvies.advies').filter((one) => !betrokken.includes(one))).toEqual([]);
    expect(about('Politieadvies.advies')).toEqual([]);
    expect([inZaak('Zorgadvies.advies'), inZaak('Politieadvies.advies')]).toEqual([false, true]);
  } finally {
    await house.stop();
  }
}, 60_000);

interface Row {
  readonly id: string;
  readonly veiligheidsbeeld: unknown;
  readonly huisbezoek: unknown;
  readonly heeftSchulden: unknown;
}
