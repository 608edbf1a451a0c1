import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type IntrospectionQuery,
  buildClientSchema,
  getIntrospectionQuery,
  printSchema,
  validateSchema,
} from 'graphql';
import type { Rol } from '../../schema/domain/rol';
import { vandaag } from '../../schema/domain/vandaag';
import { coordinatesOf } from '../gateway/introspection/coordinates';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';
import { holdsNow } from '../oracle/besluit';
import { readContract } from '../oracle/contract';
import { everSeen, hubSeen } from '../oracle/ooit';
import { counted } from '../harness/runs';

const HUB = readFileSync(join(__dirname, '../../schema/subgraphs/hub.graphql'), 'utf8');
const ALL = getIntrospectionQuery();

describe('introspection shows a partner what it could ever see, and a stranger nothing', () => {
  const contract = readContract();
  const day = vandaag();
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  const rollenOf = (partner: string, medewerker: string): Rol[] =>
    house.world.municipality.aanwijzingen
      .filter((one) => one.partner === partner && one.medewerker === medewerker && holdsNow(one, day))
      .map(({ rol }) => rol);
  const schemaOf = async (partner: string, medewerker: string) => {
    const { status, body } = await house.ask({ partner, medewerker, query: ALL });
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
    return buildClientSchema(body.data as unknown as IntrospectionQuery);
  };
  const police = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
  const nurse = { partner: 'dimence', medewerker: 'm-dimence-1' };

  test('exactly the coordinates that trying every casus there could be finds', async () => {
    const convenanten = contract.convenanten
      .filter(({ geldig }) => geldig.van <= day && day < geldig.tot)
      .map((convenant) => ({ convenant, getekend: convenant.partijen }));
    const people = house.world.municipality.aanwijzingen.filter((one) => holdsNow(one, day));
    const compared = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...people), async ({ partner: id, medewerker }) => {
        const rollen = rollenOf(id, medewerker);
        compared.add(`${id} ${rollen.join('+')}`);
        const partner = contract.partners.find((one) => one.id === id)!;
        const schema = await schemaOf(id, medewerker);
        expect(validateSchema(schema)).toEqual([]);
        const kijker = { contract, convenanten, partner, rollen };
        const expected = [...everSeen(kijker), ...hubSeen(HUB, kijker)].sort();
        expect({ id, medewerker, seen: coordinatesOf(schema) }).toEqual({ id, medewerker, seen: expected });
      }),
      counted(4),
    );
    expect(compared.size).toBeGreaterThan(1);
  }, 240_000);

  test('to each his own, with its descriptions, also when both ask at once', async () => {
    const [ofPolice, ofNurse] = (
      await Promise.all([police, nurse, police, nurse].map((who) => schemaOf(who.partner, who.medewerker)))
    ).map((schema) => printSchema(schema));
    expect(ofPolice).toContain('type Verdenking');
    expect(ofPolice).not.toMatch(/Diagnose|diagnosen/);
    expect(ofNurse).toContain('type Diagnose');
    expect(ofNurse).not.toMatch(/Verdenking|verdenkingen/);
    expect(ofNurse).toContain('"""Degene om wie de casus gaat."""');
    for (const sdl of [ofPolice, ofNurse]) {
      expect(sdl).toContain('uitleg(');
      expect(sdl).not.toMatch(
        /inzagematrix|verschil|attest|registerbesluiten|Matrixcel|Onderwerp|@policy|@leest|join__|_entities|_service/,
      );
    }
  });

  test('who looks into the rules sees their fields', async () => {
    const sdl = printSchema(await schemaOf('gemeente-zwolle', 'm-zwolle-4'));
    expect(sdl).toMatch(/inzagematrix\(/);
    expect(sdl).toContain('attest: Attest');
    expect(sdl).toContain('registerbesluiten(');
  });

  test('a type that is not his is not there by name either', async () => {
    const query =
      'query ($a: String!) { a: __type(name: $a) { name fields { name } } b: __type(name: "Casus") { name } }';
    const { body } = await house.ask({ ...police, query, variables: { a: 'Diagnose' } });
    expect(body.data).toEqual({ a: null, b: { name: 'Casus' } });
  });

  test('a stranger gets nothing: no token, no types', async () => {
    const { status, text, body } = await house.ask({ ...police, token: '', query: ALL });
    expect({ status, code: body.errors?.[0]?.extensions.code, data: body.data ?? null }).toEqual({
      status: 401,
      code: 'HUB_NIET_AANGEMELD',
      data: null,
    });
    expect(text).not.toMatch(/Casus\b|Query/);
  });

  test('who is designated in no rol gets nothing: refused as any field is', async () => {
    const who = { ...police, medewerker: 'm-politie-onbekend' };
    const whole = await house.ask({ ...who, query: '{ alles: __schema { types { name } } }' });
    expect(whole.status).toBe(200);
    expect(whole.body.data).toBeNull();
    const extensions = {
      code: 'HUB_GEGEVEN_GEWEIGERD',
      coordinaat: 'Query.__schema',
      categorieen: [],
      reden: 'ROL_NIET_GEDEKT',
      artikel: 'WGS 1.8 lid 2',
    };
    expect(whole.body.errors).toMatchObject([{ path: ['alles'], extensions }]);
    const one = await house.ask({ ...who, query: '{ __typename casus: __type(name: "Casus") { name } }' });
    expect(one.body.data).toEqual({ __typename: 'Query', casus: null });
    expect(one.body.errors).toMatchObject([{ path: ['casus'], extensions: { coordinaat: 'Query.__type' } }]);
  });

  test('it asks no source, and stands in the register as a look', async () => {
    house.traffic();
    const before = readRegister(house).length;
    await schemaOf(police.partner, police.medewerker);
    expect(house.traffic()).toEqual([]);
    const lines = readRegister(house, before);
    expect(lines).toMatchObject([
      { soort: 'INZAGE', partner: police.partner, gevraagd: ['Query.__schema'], gegevens: [] },
    ]);
    expect(lines[0]).not.toHaveProperty('casus');
  });

  test('under Keten-Casus it comes with a receipt, as every answer does', async () => {
    const casus = house.world.municipality.casussen[0]!.id;
    const query = '{ __schema { queryType { name } } }';
    const inside = await house.ask({ ...police, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query });
    expect(inside.body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    expect(inside.body.extensions?.verstrekking?.id).toMatch(/^[A-Za-z0-9_-]{16,}$/);
    expect((await house.ask({ ...police, query })).body.extensions).toBeUndefined();
  });

  describe('with data in one question', () => {
    test.each([
      '{ __schema { queryType { name } } mijnCasussen { rol } }',
      '{ mijnCasussen { rol } ...T } fragment T on Query { __type(name: "Casus") { name } }',
      'query ($ja: Boolean = true) { uitleg(vraag: "{ __typename }") { digest } __schema @include(if: $ja) { queryType { name } } }',
    ])('%s is refused', async (query) => {
      const { status, body } = await house.ask({ ...police, query });
      expect({ status, data: body.data ?? null }).toEqual({ status: 400, data: null });
      expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(body.errors?.[0]?.message).toMatch(/__schema, __type.*aparte vragen/);
    });

    test('what does not stand does not count', async () => {
      const query = (types: boolean) => `query ($types: Boolean = ${String(types)}) {
        __schema @include(if: $types) { queryType { name } } mijnCasussen @skip(if: $types) { rol } }`;
      const asTypes = await house.ask({ ...police, query: query(true) });
      expect(asTypes.body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
      const asData = await house.ask({ ...police, query: query(false) });
      expect(asData.body.data).toEqual({ mijnCasussen: expect.any(Array) as unknown });
    });
  });

  describe('is bounded', () => {
    const aliases = (count: number, selection: string) =>
      Array.from({ length: count }, (_, index) => `a${String(index)}: ${selection}`).join(' ');
    test.each([
      [
        'lists of types in lists of types',
        '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      ],
      ['one list asked many times', `{ __schema { types { ${aliases(99, 'fields { name type { name } }')} } } }`],
      [
        'fragments that multiply',
        `{ __schema { types { ...A } } } fragment A on __Type { ${aliases(20, 'fields { ...B }')} }
         fragment B on __Field { ${aliases(20, 'type { ...C }')} } fragment C on __Type { ${aliases(20, 'ofType { name }')} }`,
      ],
      ['too many aliases', `{ ${aliases(300, '__schema { queryType { name } }')} }`],
    ])('%s', async (name, query) => {
      const { status, body } = await house.ask({ ...police, query });
      expect({ name, status, code: body.errors?.[0]?.extensions.code, data: body.data ?? null }).toEqual({
        name,
        status: 400,
        code: 'HUB_LIMIET',
        data: null,
      });
    });
  });
});
