import { vandaag } from '../../schema/domain/vandaag';
import { type House, startHouse } from '../harness/startHouse';
import { readSituatie } from '../oracle/answer';
import { readContract } from '../oracle/contract';
import { violations } from '../oracle/traffic';

/**
 * Apollo's executor finds keys and required fields of an entity by response key. A client that names a field like one of
 * them would have that field sent to the host instead, and get wrong data back.
 */
describe('names that a client chooses never leave the hub, and mean nothing to it', () => {
  const contract = readContract();
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  const ask = (partner: string, medewerker: string, fields: string, operation = 'query Q($casus: ID!)') => {
    const casus = house.world.municipality.casussen[0]!.id;
    const query = `${operation} { casus(id: $casus) { hoofdbetrokkenen { ${fields} } } }`;
    return house.ask({ partner, medewerker, casus, doel: 'ZORG_EN_HULPVERLENING', query, variables: { casus } });
  };
  const persons = async (...args: Parameters<typeof ask>): Promise<Record<string, unknown>[]> => {
    const { status, body } = await ask(...args);
    expect(status).toBe(200);
    return (body.data as { casus: { hoofdbetrokkenen: Record<string, unknown>[] } }).casus.hoofdbetrokkenen;
  };
  const zwolle = ['gemeente-zwolle', 'm-zwolle-1'] as const;
  const veiligThuis = ['veilig-thuis-ijsselland', 'm-veiligthuis-1'] as const;

  test.each([
    ['id', 'weergavenaam', 'bekendBijPolitie'],
    ['__typename', 'weergavenaam', 'bekendBijPolitie'],
    ['veiligheidsrisico', 'weergavenaam', 'bekendBijPolitie'],
    ['ketenhub_id', 'weergavenaam', 'bekendBijPolitie'],
    ['ketenhub_type', 'geboortejaar', 'weergavenaam'],
    ['__proto__', 'weergavenaam', 'geboortejaar'],
    ['constructor', 'weergavenaam', 'geboortejaar'],
    ['toString', 'weergavenaam', 'geboortejaar'],
  ])('a field that is called %s comes back as what it is', async (alias, field, beside) => {
    const plain = await persons(...zwolle, `${field} ${beside}`);
    const named = await persons(...zwolle, `${alias}: ${field} ${beside}`);
    expect(named.map((one) => Object.getOwnPropertyDescriptor(one, alias)?.value as unknown)).toEqual(
      plain.map((one) => one[field]),
    );
    expect(named.map((one) => one[beside])).toEqual(plain.map((one) => one[beside]));
    expect(plain.some((one) => one[field] !== null)).toBe(true);
  });

  test.each([
    [
      'a list of the police under the name of a required field',
      'veiligheidsrisico: meldingen { datum klasse } veiligheidsbeeld',
    ],
    ['a list of the police under the name of the key', 'id: meldingen { datum klasse } veiligheidsbeeld'],
    ['a value of the police under the name of the key', 'id: veiligheidsrisico veiligheidsbeeld'],
    [
      'a datum of the municipality under the name of a required field',
      'veiligheidsrisico: schoolgang { school } veiligheidsbeeld',
    ],
    ['a type under the name of a type', '__typename: wijk veiligheidsbeeld'],
  ])('%s is not sent to another host, whatever fails', async (_name, fields) => {
    const casusId = house.world.municipality.casussen[0]!.id;
    const [partner, medewerker] = veiligThuis;
    const situatie = readSituatie(
      {
        world: house.world,
        query: '',
        variables: {},
        casusId,
        partner,
        medewerker,
        doel: 'ZORG_EN_HULPVERLENING',
        today: vandaag(),
      },
      contract,
    );
    const expected = (await persons(...veiligThuis, 'veiligheidsbeeld')).map((one) => one['veiligheidsbeeld']);
    expect(expected).toContain('HOOG');
    for (const behaviour of ['normal', 'error'] as const) {
      house.proxies.police.behave(behaviour);
      house.traffic();
      const got = await persons(...veiligThuis, fields);
      for (const fetch of house.traffic()) {
        expect(violations(situatie, fetch)).toEqual([]);
        const { variables } = JSON.parse(fetch.body) as { variables: { representations?: Record<string, unknown>[] } };
        for (const { __typename: type, id, ...required } of variables.representations ?? []) {
          expect(type).toBe('Hoofdbetrokkene');
          expect(id).toMatch(/^[0-9a-f]{32}$/);
          for (const value of Object.values(required)) expect([null, 'LAAG', 'MIDDEN', 'HOOG']).toContain(value);
        }
      }
      if (behaviour === 'normal') expect(got.map((one) => one['veiligheidsbeeld'])).toEqual(expected);
    }
    house.proxies.police.behave('normal');
  });

  test('no alias, operation name, fragment name or variable name of the client reaches a source', async () => {
    house.traffic();
    const casus = house.world.municipality.casussen[0]!.id;
    const query = `query JanJansenHiv($casus: ID!, $representations: Datum, $geheimeVanaf: Datum) {
      casus(id: $casus) { geheimAlias: hoofdbetrokkenen { ...GeheimFragment } } }
      fragment GeheimFragment on Hoofdbetrokkene { geheimVeld: bekendBijPolitie meldingen(vanaf: $geheimeVanaf) { datum } andere: meldingen(vanaf: $representations) { datum } }`;
    const variables = { casus, geheimeVanaf: '2020-01-01', representations: '2020-01-01' };
    const [partner, medewerker] = veiligThuis;
    const { status, body } = await house.ask({
      partner,
      medewerker,
      casus,
      doel: 'ZORG_EN_HULPVERLENING',
      query,
      variables,
    });
    expect(status).toBe(200);
    const { casus: found } = body.data as { casus: { geheimAlias: { meldingen: unknown[]; andere: unknown[] }[] } };
    expect(found.geheimAlias.some(({ meldingen }) => meldingen.length > 0)).toBe(true);
    for (const one of found.geheimAlias) expect(one.andere).toEqual(one.meldingen);
    const sent = house.traffic();
    expect(sent.map(({ subgraaf }) => subgraaf).sort()).toEqual(['municipality', 'police']);
    for (const fetch of sent) expect(fetch.body).not.toMatch(/geheim|Geheim|Jansen/);
  });
});
