import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { type House, type HubAnswer, type Question, startHouse } from '../../harness/startHouse';
import { fullQuery } from '../../oracle/asks';

/** One source down, failing, lying or slow, with the whole house running: only what is its own is missing. */
let house: House;
let question: Question;
let whole: HubAnswer;
beforeAll(async () => {
  house = await startHouse();
  const { municipality } = house.world;
  const casus = municipality.casussen[0]!.id;
  const { partner, medewerker } = municipality.zetels.find(
    (z) => z.casus === casus && z.partner === 'dimence' && z.tot === null,
  )!;
  question = { partner, medewerker, casus, doel: 'ZORG_EN_HULPVERLENING', query: fullQuery(), variables: { casus } };
  whole = await house.ask(question);
});
afterEach(() => {
  for (const proxy of Object.values(house.proxies)) proxy.behave('normal');
});
afterAll(() => house.stop());

const OWN: Record<'police' | 'care', readonly string[]> = {
  police: [
    'aandachtsvestigingen',
    'bekendBijPolitie',
    'bezoekadvies',
    'incidenten',
    'meldingen',
    'politieadviezen',
    'veiligheidsrisico',
    'verdenkingen',
  ],
  care: [
    'bekendBijZorg',
    'crisiscontacten',
    'diagnosen',
    'huisbezoek',
    'risicotaxaties',
    'trajecten',
    'veiligThuisMeldingen',
    'veiligheidsbeeld',
    'zorgadviezen',
  ],
};

/** The answer with every field of these names null: what it should come to when their source is not there. */
function lacking(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => lacking(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, names.includes(key) ? null : lacking(one, names)]),
  );
}
const faults = ({ body }: HubAnswer) =>
  (body.errors ?? []).filter(({ extensions }) => extensions.code !== 'HUB_GEGEVEN_GEWEIGERD');
const refusals = ({ body }: HubAnswer) =>
  (body.errors ?? []).filter(({ extensions }) => extensions.code === 'HUB_GEGEVEN_GEWEIGERD');
const at = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((here, key) => (here as Record<string | number, unknown>)[key], data);

/** What only its own source can say is there: in the tijdlijn, a record of another source is not without it. */
const MEMBERS = { police: 'Politieadvies', care: 'Zorgadvies' };
const TIJDLIJN = ['casus', 'tijdlijn'];

/** The whole answer as it is when the tijdlijn lacks the records of these sources, and nothing else. */
function without(sources: readonly ('police' | 'care')[]) {
  const data = structuredClone(whole.body.data) as { casus: { tijdlijn: { __typename: string }[] } };
  const before = data.casus.tijdlijn;
  const after = before.filter(({ __typename }) => !sources.some((source) => MEMBERS[source] === __typename));
  expect(after.length).toBeLessThan(before.length);
  data.casus.tijdlijn = after;
  /** Where what stood at a place of the whole answer stands now. */
  const moved = (path: readonly (string | number)[]): readonly (string | number)[] => {
    const [casus, tijdlijn, index, ...rest] = path;
    if (casus !== TIJDLIJN[0] || tijdlijn !== TIJDLIJN[1] || typeof index !== 'number') return path;
    return [...TIJDLIJN, after.indexOf(before[index]!), ...rest];
  };
  const told = refusals(whole).map((one) => ({ ...one, path: moved(one.path ?? []) }));
  return { data, refusals: told.filter(({ path }) => !path.includes(-1)) };
}

function expectOnly(source: 'police' | 'care', answer: HubAnswer): void {
  const names = source === 'police' ? [...OWN.police, 'veiligheidsbeeld', 'huisbezoek'] : OWN.care;
  const rest = without([source]);
  expect(answer.status).toBe(200);
  expect(answer.body.data).toEqual(lacking(rest.data, names));
  expect(refusals(answer)).toEqual(rest.refusals);
  const told = faults(answer).map(({ path = [] }) => {
    if (path.join('.') !== TIJDLIJN.join('.')) expect(at(answer.body.data, path)).toBeNull();
    return path.join('.');
  });
  expect(told).toContain(TIJDLIJN.join('.'));
  for (const { extensions } of faults(answer))
    expect(extensions).toMatchObject({ code: 'HUB_PARTNER_ONBEREIKBAAR', subgraaf: source });
  expect(new Set(told).size).toBe(told.length);
  // Every place where something was and now is not is told, by its own index.
  const missing: string[] = [];
  const compare = (before: unknown, after: unknown, path: string): void => {
    if (before !== null && after === null) missing.push(path);
    else if (typeof before === 'object' && before !== null)
      for (const [key, one] of Object.entries(before))
        compare(one, (after as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`);
  };
  compare(rest.data, answer.body.data, '');
  expect(missing.length).toBeGreaterThan(0);
  expect(told).toEqual(expect.arrayContaining(missing));
  expect(answer.text).not.toMatch(/Jansen|ECONN|socket|subgraph /i);
}

test('all is well (control), and the question reaches every source', () => {
  expect(faults(whole)).toEqual([]);
  const text = JSON.stringify(whole.body.data);
  for (const name of ['bekendBijPolitie', 'veiligheidsbeeld', 'bekendBijZorg', 'weergavenaam'])
    expect(text).toContain(name);
});

const data = (text: string) => JSON.parse(text) as { data: Record<string, unknown> };
const lies: [string, (real: string) => string][] = [
  ['answers no JSON', () => '<h1>Jan Jansen</h1>'],
  ['answers null', () => '{"data":null}'],
  ['answers errors instead of data', () => '{"data":null,"errors":[{"message":"Jan Jansen, 1980"}]}'],
  ['answers fewer entities than were asked', () => '{"data":{"_entities":[]}}'],
  [
    'answers text for entities',
    (real) =>
      JSON.stringify({ data: { _entities: (data(real).data['_entities'] as unknown[]).map(() => 'Jan Jansen') } }),
  ],
];
describe.each(['police', 'care'] as const)('%s', (source) => {
  test.each(['down', 'error'] as const)('is %s', async (behaviour) => {
    house.proxies[source].behave(behaviour);
    expectOnly(source, await house.ask(question));
  });

  test.each(lies)('%s', async (_name, answer) => {
    house.proxies[source].behave({ answer });
    expectOnly(source, await house.ask(question));
  });

  test('speaks for another: what it was not asked is not heard', async () => {
    const spoken = {
      weergavenaam: 'Jan Jansen',
      wijk: 'Jansen',
      ketenhub_id: 'Jansen',
      ketenhub_bronhouder: '00000000000000000000',
      id: 'Jansen',
    };
    house.proxies[source].behave({
      answer: (real) =>
        JSON.stringify({
          data: { _entities: (data(real).data['_entities'] as object[]).map((one) => ({ ...one, ...spoken })) },
        }),
    });
    const answer = await house.ask(question);
    expect(answer.body.data).toEqual(whole.body.data);
    expect(answer.body.errors).toEqual(whole.body.errors);
  });
});

test('the municipality lies in every way: nothing of it leaks, and the hub stands', async () => {
  const wrong: ((real: string) => string)[] = [
    ...lies.slice(0, 3).map(([, answer]) => answer),
    () => '{"data":{"casus":[]}}',
    () => '{"data":{"casus":{"hoofdbetrokkenen":{"0":{"id":"Jansen"}},"personen":"Jansen"}}}',
    () => '{"data":{"casus":{"ketenhub_bronhouder":{"a":1},"hoofdbetrokkenen":[[{"id":"Jansen"}]],"geheim":"Jansen"}}}',
    (real) => real.replaceAll('"ketenhub_type":"Hoofdbetrokkene"', '"ketenhub_type":"Jansen"'),
    (real) => real.replace(/"ketenhub_id":"[^"]*"/g, '"ketenhub_id":null'),
  ];
  for (const answer of wrong) {
    house.proxies.municipality.behave({ answer });
    const { status, text } = await house.ask(question);
    expect([200, 503]).toContain(status);
    expect(text).not.toMatch(/Jansen|geheim"|at Object/);
  }
  house.proxies.municipality.behave('normal');
  expect((await house.ask(question)).body.data).toEqual(whole.body.data);
});

test('police that is slow is given up in time, and only what is its own is missing', async () => {
  house.proxies.police.behave({ before: () => new Promise((resolve) => setTimeout(resolve, 5_500)) });
  expectOnly('police', await house.ask(question));
}, 15_000);

test('police and care both down: the dossier still comes', async () => {
  for (const name of ['police', 'care'] satisfies Subgraaf[]) house.proxies[name].behave('down');
  const answer = await house.ask(question);
  expect(answer.body.data).toEqual(lacking(without(['police', 'care']).data, [...OWN.police, ...OWN.care]));
});
