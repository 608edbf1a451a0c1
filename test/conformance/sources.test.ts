import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, graphql } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { rule } from 'graphql-shield';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { readKetenpartners } from '../../schema/partners';
import { createLock } from '../../subgraphs/kit/lock/createLock';
import type { Labels } from '../../subgraphs/kit/graph/readLabels';
import { delegatieVan, verleend } from '../harness/delegatieVan';
import { type PartnerUnderTest, startPartner } from '../harness/startPartner';
import { police } from '../../subgraphs/police/police';
import { authz } from './authz';
import { DIMENCE, POLITIE, VEILIG_THUIS, listIn, openHouse } from './openHouse';

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(police);
});
afterAll(() => bron.close());

describe('sources: what they answer is hostile input', () => {
  const here = openHouse();
  const SOURCES = ['police', 'care', 'municipality'] as const;
  const GEHEIM = 'GEHEIM-12345';

  type Data = Record<string, unknown>;
  /** Twists every object of the data that a source answers. */
  const twist = (source: Subgraaf, change: (one: Data) => Data): void => {
    const walk = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(walk);
      if (typeof value !== 'object' || value === null) return value;
      return change(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)])));
    };
    here.house.proxies[source].behave({
      answer: (real) => {
        const { data, ...rest } = JSON.parse(real) as { data: unknown };
        return JSON.stringify({ ...rest, data: walk(data) });
      },
    });
  };
  afterEach(() => {
    for (const source of SOURCES) here.house.proxies[source].behave('normal');
  });

  const QUERY = `kenmerk hoofdbetrokkenen { id wijk bsn bekendBijPolitie incidenten { datum } verdenkingen { feit }
    crisiscontacten { datum } veiligheidsbeeld gezinsrelaties { soort betreft { __typename id weergavenaam } } } personen { __typename id weergavenaam }`;
  const names =
    'bsn incidenten verdenkingen wijk weergavenaam kenmerk extra id __typename ketenhub_id ketenhub_type ketenhub_bronhouder'.split(
      ' ',
    );
  const hubKeys = Array.from({ length: 40 }, (_, i) => `ketenhub_${String(i)}`);

  authz('AUTHZ-044', async () => {
    const honest = await here.probe(DIMENCE, QUERY);
    expect(honest.fetches.map(({ subgraaf }) => subgraaf)).toEqual(expect.arrayContaining([...SOURCES]));
    for (const source of ['police', 'care'] as const) {
      twist(source, (one) => ({ ...Object.fromEntries([...names, ...hubKeys].map((name) => [name, GEHEIM])), ...one }));
      const lied = await here.probe(DIMENCE, QUERY);
      expect(lied.text).not.toContain(GEHEIM);
      expect(lied.body.data).toEqual(honest.body.data);
      expect(lied.body.errors).toEqual(honest.body.errors);
      here.house.proxies[source].behave('normal');
    }
  });

  authz('AUTHZ-045', async () => {
    const honest = await here.probe(DIMENCE, QUERY);
    const hidden = JSON.stringify(Object.fromEntries(['besmet', ...names, ...hubKeys].map((name) => [name, GEHEIM])));
    for (const source of SOURCES) {
      here.house.proxies[source].behave({
        answer: (real) => real.replace(/\{"/g, `{"__proto__":${hidden},"constructor":{"prototype":${hidden}},"`),
      });
      const lied = await here.probe(DIMENCE, QUERY);
      expect({ source, text: lied.text.includes(GEHEIM) }).toEqual({ source, text: false });
      expect(lied.body.data).toEqual(honest.body.data);
      expect(({} as Data)['besmet']).toBeUndefined();
      here.house.proxies[source].behave('normal');
    }
  });

  authz('AUTHZ-046', async () => {
    const honest = await here.probe(DIMENCE, QUERY);
    const other = 'f'.repeat(32);
    for (const source of ['police', 'care'] as const) {
      twist(source, (one) => ({
        ...one,
        __typename: 'Professional',
        id: other,
        ketenhub_type: 'Kringlid',
        ketenhub_id: other,
      }));
      const lied = await here.probe(DIMENCE, QUERY);
      expect(lied.body.data).toEqual(honest.body.data);
      expect(lied.sent).not.toContain(other);
      here.house.proxies[source].behave('normal');
    }
    twist('municipality', (one) => ('ketenhub_type' in one ? { ...one, ketenhub_type: 'Verdenking' } : one));
    const strange = await here.probe(DIMENCE, 'personen { __typename id weergavenaam }');
    expect(strange.text).not.toMatch(/Verdenking/);
    expect(strange.body.data?.['casus'] ?? { personen: null }).toEqual({ personen: null });
  });

  authz('AUTHZ-047', async () => {
    const errors = [
      { message: `Jan ${GEHEIM}`, extensions: { code: GEHEIM, stacktrace: [`at ${GEHEIM} (x.ts:1)`] }, path: [GEHEIM] },
    ];
    const words: ((real: string) => string)[] = [
      (real) => JSON.stringify({ ...(JSON.parse(real) as object), errors }),
      () => JSON.stringify({ data: null, errors }),
      () => JSON.stringify({ errors }),
      () => `<html>${GEHEIM}</html>`,
      (real) => JSON.stringify({ ...(JSON.parse(real) as object), extensions: { [GEHEIM]: GEHEIM } }),
    ];
    for (const source of SOURCES) {
      for (const answer of words) {
        here.house.proxies[source].behave({ answer });
        const { text, headers } = await here.probe(DIMENCE, QUERY);
        expect(text).not.toContain(GEHEIM);
        expect(JSON.stringify([...headers])).not.toContain(GEHEIM);
      }
      here.house.proxies[source].behave('normal');
    }
  });

  authz('AUTHZ-048', async () => {
    const denied = 'hoofdbetrokkenen { wijk bsn geheim: verdenkingen { feit } } directeKring { telefoon weergavenaam }';
    const honest = await here.probe(DIMENCE, denied);
    expect(honest.denied).toHaveLength(3);
    twist('municipality', (one) => ({
      ...Object.fromEntries([...hubKeys, 'bsn', 'geheim', 'telefoon', 'verdenkingen'].map((name) => [name, GEHEIM])),
      ...one,
    }));
    const lied = await here.probe(DIMENCE, denied);
    expect(lied.text).not.toContain(GEHEIM);
    expect(lied.body.data).toEqual(honest.body.data);
    for (const one of listIn(lied.casus, 'hoofdbetrokkenen')) expect(one).toMatchObject({ bsn: null, geheim: null });
    // A list in the place of a value, an object in the place of a list: what has another shape than was asked is held.
    twist('municipality', (one) =>
      Object.fromEntries(
        Object.entries(one).map(([key, value]) => [
          key,
          typeof value === 'string' ? { [GEHEIM]: [value, GEHEIM] } : value,
        ]),
      ),
    );
    expect((await here.probe(POLITIE, 'kenmerk fase hoofdbetrokkenen { wijk }')).text).not.toContain(GEHEIM);
  });

  authz('AUTHZ-053', async () => {
    const { house } = here;
    for (const query of ['{ __typename }', '{ _service { sdl } }', '{ __schema { types { name } } }', '{']) {
      const { status, text } = await bron.post(JSON.stringify({ query }), {});
      expect({ query, status }).toEqual({ query, status: 401 });
      expect(text).not.toMatch(/type |@key|Hoofdbetrokkene/);
    }
    await here.probe(VEILIG_THUIS, QUERY);
    const { fetches } = await here.probe(VEILIG_THUIS, 'hoofdbetrokkenen { bekendBijPolitie bekendBijZorg { sinds } }');
    expect(fetches).toHaveLength(3);
    const token = await house.token(VEILIG_THUIS.partner, VEILIG_THUIS.medewerker);
    for (const { subgraaf, body, headers } of fetches) {
      const direct = async (text: string, given: Record<string, string>): Promise<string> => {
        const response = await fetch(house.proxies[subgraaf].url, {
          method: 'POST',
          body: text,
          headers: { 'content-type': 'application/json', ...given },
        });
        expect({ subgraaf, text, status: response.status }).toEqual({ subgraaf, text, status: 401 });
        return response.text();
      };
      const statement = { 'keten-delegatie': String(headers['keten-delegatie']) };
      const said = new Set([
        await direct(body, statement),
        await direct(body.replace('bekend', 'bsn'), statement),
        await direct('{"query":"{ __typename }"}', statement),
        await direct('{"query":"{ _service { sdl } }"}', statement),
        await direct('geen JSON', { ...statement, authorization: `Bearer ${token}` }),
      ]);
      expect(said.size).toBe(1);
    }
  });
});

describe("sources: the partner's own lock", () => {
  const POLITIE_OIN = readKetenpartners().get(POLITIE.partner)?.oin ?? '';

  /** A graph behind a lock, asked with these verleningen. */
  const locked = (
    categorieen: Labels['categorieen'],
    lock: Parameters<typeof createLock>[2],
    sdl = 'type Query { a: String b: String c: String _entities: String }',
  ) => {
    const schema = applyMiddleware(
      buildSchema(sdl),
      createLock(buildSchema(sdl), { categorieen, entiteiten: new Map() }, lock),
    );
    return async (source: string, ...verleend: string[]): Promise<{ data: unknown; errors: number }> => {
      const contextValue = { zicht: { kent: (one: string) => verleend.includes(one) } };
      const { data, errors = [] } = await graphql({
        schema,
        source,
        rootValue: { a: 'A', b: 'B', c: 'C' },
        contextValue,
      });
      return { data: JSON.parse(JSON.stringify(data)) as unknown, errors: errors.length };
    };
  };

  authz('AUTHZ-049', async () => {
    const ask = locked(
      new Map([
        ['Query.a', ['x']],
        ['Query.c', []],
      ]),
      {},
    );
    expect(await ask('{ a b c }', 'x')).toEqual({ data: { a: 'A', b: null, c: null }, errors: 2 });
    expect(await ask('{ a b c }')).toEqual({ data: { a: null, b: null, c: null }, errors: 3 });
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { id bekendBijPolitie incidenten { datum } } } }';
    const variables = { r: [{ __typename: 'Hoofdbetrokkene', id: 'onbekend' }] };
    const none = await bron.ask(delegatieVan({}), query, variables);
    expect(none.body.data).toEqual({ _entities: [{ id: 'onbekend', bekendBijPolitie: null, incidenten: null }] });
    const some = await bron.ask(
      delegatieVan({ verleningen: verleend(POLITIE_OIN, 'politie.bekend') }),
      query,
      variables,
    );
    expect(some.body.data).toEqual({ _entities: [{ id: 'onbekend', bekendBijPolitie: false, incidenten: null }] });
  });

  authz('AUTHZ-050', async () => {
    const ask = locked(
      new Map([
        ['Query.a', ['a', 'b-c']],
        ['Query.b', ['a-b', 'c']],
        ['Query.c', ['a,b', 'c']],
      ]),
      {},
    );
    expect((await ask('{ a b c }', 'a', 'b-c')).data).toEqual({ a: 'A', b: null, c: null });
    expect((await ask('{ a b c }', 'a-b', 'c')).data).toEqual({ a: null, b: 'B', c: null });
    expect((await ask('{ a b c }', 'a', 'b', 'c')).data).toEqual({ a: null, b: null, c: null });
    expect((await ask('{ c b a }', 'a,b', 'c')).data).toEqual({ a: null, b: null, c: 'C' });
    expect((await ask('{ a b c }')).data).toEqual({ a: null, b: null, c: null });
    const aliased = await ask('{ een: a twee: b drie: c vier: a }', 'a-b', 'c');
    expect(aliased.data).toEqual({ een: null, twee: 'B', drie: null, vier: null });
  });

  authz('AUTHZ-051', () => {
    for (const folder of ['gateway', 'subgraphs']) {
      const root = join(__dirname, '../..', folder);
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
      expect(files.length).toBeGreaterThan(20);
      for (const name of files) {
        const imported =
          /import (?:type )?\{([^}]*)\} from 'graphql-shield'/.exec(readFileSync(join(root, name), 'utf8'))?.[1] ?? '';
        expect({ name, not: /\b(not|race|chain)\b/.test(imported) }).toEqual({ name, not: false });
        expect({ name, whole: /\* as \w+ from 'graphql-shield'/.test(readFileSync(join(root, name), 'utf8')) }).toEqual(
          { name, whole: false },
        );
      }
    }
  });

  authz('AUTHZ-052', async () => {
    const throws = rule('gooit', { cache: 'no_cache' })(() => {
      throw new Error('stuk');
    });
    const rejects = rule('weigert', { cache: 'no_cache' })(() => Promise.reject(new Error('stuk')));
    const odd = rule('vreemd', { cache: 'no_cache' })((() => ({})) as never);
    const labels = new Map([
      ['Query.a', ['x']],
      ['Query.b', ['x']],
      ['Query.c', ['x']],
    ]);
    const ask = locked(labels, { Query: { a: throws, b: rejects, c: odd } });
    expect((await ask('{ a b c }', 'x')).data).toEqual({ a: null, b: null, c: null });
    expect(() => locked(labels, { Query: { d: throws } })).toThrow('without a label');
  });
});
