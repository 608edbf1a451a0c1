import fc from 'fast-check';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';
import { counted } from '../harness/runs';

/** A request as it goes over the line: what of it is not there is as it should be. */
interface Posted {
  readonly body: unknown;
  readonly kop?: Readonly<Record<string, string | undefined>>;
}
interface Refusal {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Whatever is refused whole stands in the register under the code that the caller got. */
describe('a request that is refused whole', () => {
  let house: House;
  let authorization: string;
  let casus: string;
  const who = { partner: 'dimence', medewerker: 'm-dimence-1' };
  beforeAll(async () => {
    house = await startHouse();
    casus = house.world.municipality.casussen[0]!.id;
    authorization = `Bearer ${await house.token(who.partner, who.medewerker, 3_600)}`;
  });
  afterEach(() => {
    for (const proxy of Object.values(house.proxies)) proxy.behave('normal');
  });
  afterAll(() => house.stop());

  const KENMERK = 'query Q($casus: ID!) { casus(id: $casus) { kenmerk } }';
  const asks = (query: unknown, over: object = {}): Posted => ({ body: { query, variables: { casus }, ...over } });

  /** What came back, and under which codes that stands in the register. */
  const post = async ({ body, kop }: Posted) => {
    const before = readRegister(house).length;
    const headers: Readonly<Record<string, string | undefined>> = {
      ...{ 'content-type': 'application/json', authorization, 'keten-casus': casus },
      ...{ 'keten-doel': 'ZORG_EN_HULPVERLENING', ...kop },
    };
    const given = Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined);
    const answer = await fetch(`${house.address}/graphql`, {
      method: 'POST',
      headers: given,
      body: JSON.stringify(body),
    });
    const { data = null, errors = [] } = (await answer.json()) as Refusal;
    const lines = readRegister(house, before).filter(({ soort }) => soort === 'GEWEIGERD');
    for (const line of lines) expect(line).toMatchObject({ partner: who.partner });
    return { status: answer.status, data, code: errors[0]?.extensions?.code, lines: lines.map(({ code }) => code) };
  };

  const aliases = Array.from({ length: 300 }, (_, i) => `a${String(i)}: __typename`).join(' ');
  const deep = `${'casus { '.repeat(20)} id ${'} '.repeat(20)}`;
  const relations = (depth: number): string =>
    depth === 0 ? 'id' : `... on Hoofdbetrokkene { gezinsrelaties { betreft { ${relations(depth - 1)} } } }`;
  const types = `__schema { types { ${'fields { type { '.repeat(5)} name ${'} } '.repeat(5)} } }`;
  const bad: [string, string, () => Posted][] = [
    ['more words than may be', 'HUB_LIMIET', () => asks(`{ ${'mijnCasussen { rol } '.repeat(3_000)} }`)],
    ['more aliases', 'HUB_LIMIET', () => asks(`{ ${aliases} }`)],
    ['deeper', 'HUB_LIMIET', () => asks(`query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ${relations(10)} } } }`)], // oxfmt-ignore
    ['deeper, and unknown', 'HUB_LIMIET', () => asks(`{ ${deep} }`)],
    ['types in types in types', 'HUB_LIMIET', () => asks(`{ ${types} }`)],
    ['no GraphQL', 'GRAPHQL_PARSE_FAILED', () => asks('{ casus(')],
    ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', () => asks('{ verzonnen }')],
    ['an unknown field, and more to begin with', 'HUB_LIMIET', () => asks(`{ verzonnen ${aliases} }`)],
    ['an unknown field, and one too often', 'GRAPHQL_VALIDATION_FAILED', () => asks(`{ verzonnen mijnCasussen { ${'rol '.repeat(499)} } }`)], // oxfmt-ignore
    ['a change that is none', 'GRAPHQL_VALIDATION_FAILED', () => asks('mutation { x }')],
    ['no words at all', 'BAD_REQUEST', () => asks('')],
    ['two questions, and none named', 'OPERATION_RESOLUTION_FAILURE', () => asks('query A { __typename } query B { __typename }')], // oxfmt-ignore
    ['a name of no question', 'OPERATION_RESOLUTION_FAILURE', () => asks(KENMERK, { operationName: 'Anders' })],
    ['a variable of another type', 'BAD_USER_INPUT', () => asks(KENMERK, { variables: { casus: ['x', { y: 1 }] } })],
    ['no variable', 'BAD_USER_INPUT', () => asks(KENMERK, { variables: {} })],
    ['a null in a list of values', 'BAD_USER_INPUT', () => asks('query Q($casus: ID!, $s: Actiestatus = OPEN) { casus(id: $casus) { planVanAanpak { acties(status: [AFGEROND, $s]) { omschrijving } } } }', { variables: { casus, s: null } })], // oxfmt-ignore
    ['data and types together', 'BAD_USER_INPUT', () => asks('query Q($casus: ID!) { casus(id: $casus) { id } __schema { types { name } } }')], // oxfmt-ignore
    ['a question about what is none', 'BAD_USER_INPUT', () => asks('{ uitleg(vraag: "{ verzonnen }") { digest } }')],
    ['no casus', 'HUB_VERZOEK_ONVOLLEDIG', () => ({ ...asks(KENMERK), kop: { 'keten-casus': undefined } })],
    ['no doel', 'HUB_VERZOEK_ONVOLLEDIG', () => ({ ...asks(KENMERK), kop: { 'keten-doel': undefined } })],
    ['a casus of others', 'HUB_CASUS_ONTOEGANKELIJK', () => ({ ...asks(KENMERK), kop: { 'keten-casus': 'f'.repeat(32) } })], // oxfmt-ignore
    ['another doel', 'HUB_DOEL_NIET_GEDEKT', () => ({ ...asks(KENMERK), kop: { 'keten-doel': 'NIEUWSGIERIGHEID' } })],
    ['several questions at once', 'BAD_REQUEST', () => ({ body: [{ query: '{ __typename }' }] })],
    ['a question that is no text', 'BAD_REQUEST', () => asks({ kind: 'Document' })],
    ['variables that are text', 'BAD_REQUEST', () => asks(KENMERK, { variables: '{}' })],
    ['a name that is none', 'BAD_REQUEST', () => asks(KENMERK, { operationName: 3 })],
    ['extensions that are a list', 'BAD_REQUEST', () => asks(KENMERK, { extensions: [1] })],
    ['nothing', 'BAD_REQUEST', () => ({ body: {} })],
    ['an answer as a picture', 'BAD_REQUEST', () => ({ ...asks(KENMERK), kop: { accept: 'image/png' } })],
    ['an answer in parts', 'BAD_REQUEST', () => ({ ...asks(KENMERK), kop: { accept: 'multipart/mixed;deferSpec=20220824' } })], // oxfmt-ignore
    ['no object', 'BAD_REQUEST', () => ({ body: 'vraag' })],
  ];

  test.each(bad)('for %s is written down as %s', async (_name, code, posted) => {
    const { status, ...rest } = await post(posted());
    expect(rest).toEqual({ data: null, code, lines: [code] });
    expect(status).toBeGreaterThanOrEqual(400);
  });

  test('for want of the facts is written down as that', async () => {
    house.proxies.municipality.behave({ before: () => Promise.reject(new Error('gone')) });
    expect(await post(asks(KENMERK))).toEqual({
      status: 503,
      data: null,
      code: 'HUB_CASUSFEITEN_ONBEREIKBAAR',
      lines: ['HUB_CASUSFEITEN_ONBEREIKBAAR'],
    });
  });

  test('for several reasons at once too', async () => {
    const part = fc.constantFrom('verzonnen', deep, aliases, types, '__typename', '...F', 'mijnCasussen { rol }', '(');
    const codes = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', 'query A { __typename }', 'fragment F on Query { mijnCasussen { doelen } }'),
        fc.constantFrom(casus, undefined),
        async (parts, behind, named) => {
          const kop = { 'keten-casus': named };
          const body = { query: `query Q { ${parts.join(' ')} } ${behind}` };
          const { status, data, code, lines } = await post({ body, kop });
          // What can be answered is: that is for other tests.
          if (status === 200 && data !== null) return;
          codes.add(code);
          expect(lines).toEqual([code]);
        },
      ),
      counted(80),
    );
    expect(codes.size).toBeGreaterThanOrEqual(3);
  }, 60_000);
});
