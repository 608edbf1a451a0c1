import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLObjectType, type GraphQLSchema, buildSchema, getNamedType, isObjectType } from 'graphql';
import { vandaag } from '../../schema/domain/vandaag';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';

interface Besluit {
  readonly nr: number;
  readonly bewijs: string;
  readonly soort: string;
  readonly partner: string;
  readonly rol: string | null;
  readonly doel: string | null;
  readonly feiten: { readonly fase: string; readonly tafel: { partner: string; rol: string }[] } | null;
  readonly gevraagd: string[];
  readonly argumenten: string[];
  readonly onbeslist: string[];
  readonly weigeringen: { coordinaat: string; reden: string }[];
}
interface Bladzijde {
  readonly regels: Besluit[];
  readonly volgende: number | null;
}

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/api.graphql'), 'utf8'));
const ALL = `query ($van: Datum, $tot: Datum, $na: Int, $steekproef: Int) {
  registerbesluiten(van: $van, tot: $tot, na: $na, steekproef: $steekproef) ${selectAll(schema, 'Registerbesluiten')} }`;

jest.setTimeout(60_000);

describe('registerbesluiten', () => {
  let house: House;
  let casus: string;
  const auditor = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-5' };
  const officer = { partner: 'politie-oost-nederland', medewerker: 'm-politie-4' };
  const police = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
  const doel = 'STRAFRECHTELIJKE_HANDHAVING';
  const QUERY = `query ($casus: ID!) { casus(id: $casus) { kenmerk
    hoofdbetrokkenen { weergavenaam incidenten(vanaf: "2026-01-01") { datum } alle: incidenten { soort } diagnosen { bronhouder } } } }`;

  beforeAll(async () => {
    house = await startHouse();
    casus = house.world.municipality.casussen[0]!.id;
    for (let nr = 0; nr < 60; nr += 1) {
      const { status } = await house.ask({ ...police, casus, doel, query: QUERY, variables: { casus } });
      expect(status).toBe(200);
    }
    await house.ask({ ...police, query: '{ mijnCasussen { casusId } attest { tabel } }' });
    await house.ask({ ...police, casus: 'een-andere', doel, query: QUERY, variables: { casus: 'een-andere' } });
  });
  afterAll(() => house.stop());

  const ask = (who: { partner: string; medewerker: string }, variables: object = {}, query = ALL) =>
    house.ask({ ...who, query, variables: { ...variables } });
  const pageOf = async (variables: object = {}, who = auditor): Promise<Bladzijde> => {
    const { body } = await ask(who, variables);
    expect(body.errors).toBeUndefined();
    return (body.data as { registerbesluiten: Bladzijde }).registerbesluiten;
  };

  test.each([auditor, officer])(
    'tells $partner $medewerker by what was decided, to the letter of the register',
    async (who) => {
      const before = readRegister(house);
      const { regels } = await pageOf({}, who);
      const kept = new Map(before.map((entry) => [entry.nr, entry]));
      expect(regels).toHaveLength(50);
      for (const one of regels) {
        const entry = kept.get(one.nr)!;
        expect(['ANTWOORD', 'INZAGE']).toContain(entry.soort);
        expect(one).toMatchObject({
          bewijs: entry.id,
          partner: entry.partner,
          rol: entry.rol ?? null,
          doel: entry.doel ?? null,
          gevraagd: entry.gevraagd ?? [],
          argumenten: entry.argumenten ?? [],
          onbeslist: [],
          weigeringen: entry.weigeringen ?? [],
        });
      }
      const [first] = regels;
      expect(first?.feiten?.tafel).toContainEqual({ partner: 'politie-oost-nederland', rol: 'DEELNEMER' });
      expect(first?.weigeringen).toMatchObject([{ coordinaat: 'Hoofdbetrokkene.diagnosen' }]);
      expect(first?.argumenten).toEqual(['Hoofdbetrokkene.incidenten()', 'Hoofdbetrokkene.incidenten(vanaf)', 'Query.casus(id)']); // oxfmt-ignore
    },
  );

  test('page by page is the whole, each once', async () => {
    const before = readRegister(house).filter(({ soort }) => soort === 'ANTWOORD' || soort === 'INZAGE');
    const seen: number[] = [];
    let na: number | null = null;
    do {
      const page: Bladzijde = await pageOf({ na });
      expect(page.regels.length).toBeLessThanOrEqual(50);
      seen.push(...page.regels.map(({ nr }) => nr));
      na = page.volgende;
    } while (na !== null);
    expect(seen.slice(0, before.length)).toEqual(before.map(({ nr }) => nr));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('outside the period there is nothing; today there is all', async () => {
    const today = vandaag();
    const tomorrow = vandaag(new Date(Date.now() + 24 * 3_600_000));
    expect((await pageOf({ tot: '2026-01-01' })).regels).toEqual([]);
    expect((await pageOf({ van: tomorrow })).regels).toEqual([]);
    expect((await pageOf({ van: today, tot: tomorrow })).regels).toHaveLength(50);
  });

  test('a sample has what was asked for, of answered requests, and is another each time', async () => {
    const draw = async () => (await pageOf({ steekproef: 20 })).regels.map(({ nr }) => nr);
    const [one, other] = [await draw(), await draw()];
    expect(one).toHaveLength(20);
    expect(new Set(one).size).toBe(20);
    expect(other).not.toEqual(one);
    expect((await pageOf({ steekproef: 5 })).volgende).toBeNull();
  });

  test.each([
    [{ steekproef: 0 }],
    [{ steekproef: 201 }],
    [{ steekproef: -1 }],
    [{ na: -1 }],
    [{ na: 3, steekproef: 3 }],
  ])('can not be asked with %p', async (variables) => {
    const { status, body } = await ask(auditor, variables);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('never shows a person, a casus or a medewerker: no id of the world is in any byte', async () => {
    const { municipality, police: politie, care } = house.world;
    const ids = new Set<string>();
    const collect = (value: unknown, key = ''): void => {
      if (Array.isArray(value)) for (const one of value) collect(one, key);
      else if (typeof value === 'object' && value !== null)
        for (const [naam, one] of Object.entries(value)) collect(one, naam);
      else if (typeof value === 'string' && /^(id|persoon|casus|medewerker|kenmerk|bsn)$/.test(key)) ids.add(value);
    };
    collect([municipality, politie, care]);
    for (const { id } of municipality.personen) expect(ids).toContain(id);
    for (const { medewerker } of municipality.zetels) expect(ids).toContain(medewerker);
    for (const { id } of municipality.casussen) expect(ids).toContain(id);
    for (const one of house.partners.keys()) ids.delete(one);
    const pseudonyms = readRegister(house).flatMap(({ medewerker, personen, operatie, traceId, verzoek, feiten }) => [
      ...[medewerker, operatie, traceId, verzoek, feiten].filter((one) => one !== undefined && one !== null),
      ...(personen ?? []).flatMap(({ sleutel, inhoud }) => [sleutel, inhoud]),
    ]);
    expect(pseudonyms.length).toBeGreaterThan(100);
    const answers: string[] = [];
    for (const variables of [{}, { na: 100 }, { steekproef: 200 }]) answers.push((await ask(auditor, variables)).text);
    const all = answers.join('\n');
    expect(all).toContain('Hoofdbetrokkene.diagnosen');
    expect([...ids, ...pseudonyms].filter((id) => all.includes(id))).toEqual([]);
  });

  test('is for nobody else, and not inside a casus; nobody is asked anything', async () => {
    house.traffic();
    for (const more of [{}, { casus, doel }]) {
      const { body } = await house.ask({ ...police, ...more, query: '{ registerbesluiten { volgende } }' });
      expect(body.data).toEqual({ registerbesluiten: null });
      expect(body.errors).toMatchObject([
        { extensions: { reden: 'ROL_NIET_GEDEKT', categorieen: ['hub.besluiten'], artikel: 'BGS 1.18' } },
      ]);
    }
    await ask(auditor);
    expect(house.traffic()).toEqual([]);
  });

  test('each is a look in the register; of what the hub refuses beside data, the look tells it too', async () => {
    const before = readRegister(house).length;
    await ask(auditor, { steekproef: 3 });
    await house.ask({ ...police, query: '{ mijnCasussen { rol } attest { tabel } }' });
    expect(readRegister(house, before)).toMatchObject([
      { soort: 'INZAGE', rol: 'AUDITOR', argumenten: ['Query.registerbesluiten(na,steekproef,tot,van)'] },
      { soort: 'INZAGE', gevraagd: ['Query.attest'], weigeringen: [{ coordinaat: 'Query.attest' }] },
      { soort: 'ANTWOORD', weigeringen: [{ coordinaat: 'Query.attest' }] },
    ]);
  });
});

function selectAll(graph: GraphQLSchema, naam: string): string {
  const fields = (graph.getType(naam) as GraphQLObjectType).getFields();
  const each = Object.values(fields).map(({ name, type }) => {
    const target = getNamedType(type);
    return isObjectType(target) ? `${name} ${selectAll(graph, target.name)}` : name;
  });
  return `{ ${each.join(' ')} }`;
}
