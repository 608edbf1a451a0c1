import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type GraphQLObjectType, parse, validate } from 'graphql';
import { type GuardGround, guard } from '../../../gateway/guard/guard';
import { recordtypen } from '../../../gateway/guard/records';
import type { Verstrekkingsregel } from '../../../schema/domain/registerregel';
import type { Selectie } from '../../../schema/domain/selectie';
import { counted, runs } from '../../harness/runs';
import { Choices, VARIABLES, generateOperation } from '../prune/generate';
import { type Decisions, labels, pruned, schema, toHub } from '../prune/schema';
import { type Json, Results } from './results';

const ground: GuardGround = {
  schema,
  hosts: new Map((['police', 'care', 'municipality', 'hub'] as const).map((naam) => [naam, 'in'])),
  sourceOf: (naam) => [...labels.values()].find(({ categorieen }) => categorieen[0] === naam)?.subgraaf,
  herkomsten: { find: () => [], betreft: () => null },
  uitval: new Set(),
  ontbreekt: () => false,
};
const ALL: Decisions = () => 'ALLOW';

const ask = (selection: string, casus: Json, decisions: Decisions = ALL, known = ground) => {
  const { selectie, root } = pruned(`{ casus(id: "c") { ${selection} } }`, decisions, {}, ['in']);
  const result = { casus: { ketenhub_bronhouder: 'in', ketenhub_id: 'c', id: 'c', ...casus } };
  return guard(known, selectie, root, toHub(selectie, result));
};
const of = (regels: readonly Verstrekkingsregel[], coordinaat: string) =>
  regels.filter((regel) => regel.coordinaat === coordinaat).flatMap(({ records }) => records);
const overleg = (record: unknown, more: Json = {}): Json => ({
  ketenhub_bronhouder: 'in',
  ketenhub_record: record,
  datum: '2026-01-01',
  besluit: 'Door.',
  ...more,
});
test('a record can be named by its type, and a row that is none by a plain value of an entity; a person by neither', () => {
  const types = recordtypen(schema);
  expect(types).toEqual(expect.arrayContaining(['Incident', 'Politieadvies', 'Actie', 'Hoofdbetrokkene.veiligheidsrisico'])); // oxfmt-ignore
  for (const none of ['Hoofdbetrokkene',  'Ontvanger', 'Hoofdbetrokkene.incidenten', 'Incident.soort', 'Query.attest']) expect(types).not.toContain(none); // oxfmt-ignore
});

/** What one overleg comes to in the register, asked so. */
const inhoud = (selection: string, more: Json = {}, decisions: Decisions = ALL): string | undefined =>
  of(
    ask(`overleggen { ${selection} }`, { overleggen: [overleg('r', more)] }, decisions).verstrekkingen,
    'Casus.overleggen',
  )[0]?.inhoud;

test('each line names the records of which values are in it, with a digest of what was given of each', () => {
  const { verstrekkingen } = ask('overleggen { datum besluit }', {
    overleggen: [overleg('r1'), overleg('r2', { besluit: null })],
  });
  const digest = (verwijzing: string, values: Json) => ({
    type: 'Overleg',
    verwijzing,
    inhoud: createHash('sha256')
      .update(JSON.stringify(['Overleg', verwijzing, values]))
      .digest('hex')
      .slice(0, 32),
  });
  const one = digest('r1', { besluit: 'Door.', datum: '2026-01-01' });
  const two = digest('r2', { datum: '2026-01-01' });
  expect(of(verstrekkingen, 'Casus.overleggen')).toEqual([one, two]);
  expect(of(verstrekkingen, 'Overleg.datum')).toEqual([one, two]);
  expect(of(verstrekkingen, 'Overleg.besluit')).toEqual([one]);
  expect(of(verstrekkingen, 'Query.casus')).toMatchObject([{ type: 'Casus', verwijzing: 'c' }]);
  expect(JSON.stringify(verstrekkingen)).not.toMatch(/Door|2026/);
});

test('the digest is of what is in the answer: names, order and what was refused or is not there are none of it', () => {
  const plain = inhoud('datum besluit');
  expect(inhoud('b: besluit a: datum c: datum __typename', { a: '2026-01-01', b: 'Door.', c: '2026-01-01' })).toBe(
    plain,
  );
  expect(inhoud('datum record besluit', { record: 'r' })).toBe(plain);
  expect(inhoud('datum besluit aanwezigen { naam }', { aanwezigen: [] }, (naam) => naam === 'Overleg.aanwezigen' ? 'DENY' : 'ALLOW')).toBe(plain); // oxfmt-ignore
  expect(inhoud('datum besluit aanwezigen { naam }', { aanwezigen: null })).toBe(plain);
  expect(inhoud('datum')).not.toBe(plain);
  expect(inhoud('datum besluit', { besluit: 'Anders.' })).not.toBe(plain);
});

test('a value object is part of the record around it, a record in it is not', () => {
  const present = (naam: string) => inhoud('datum aanwezigen { naam }', { aanwezigen: [{ naam }, { naam: 'B' }] });
  expect(present('A')).not.toBe(present('C'));
  expect(present('A')).not.toBe(inhoud('datum'));
  const opbrengst = (reden: string) =>
    inhoud('datum opbrengst { ... on Opschaling { reden } }', {
      opbrengst: [{ ketenhub_type: 'Opschaling', ketenhub_bronhouder_municipality: 'in', ketenhub_record: 'o', reden }],
    });
  expect(opbrengst('x')).toBe(opbrengst('y'));
  expect(opbrengst('x')).toBe(inhoud('datum'));
});

test('the same of one record is listed once under a line; another part of it is another digest', () => {
  const { verstrekkingen } = ask('a: overleggen { datum } b: overleggen { datum } c: overleggen { besluit }', {
    a: [overleg('r1'), overleg('r1')],
    b: [overleg('r1')],
    c: [overleg('r1')],
  });
  expect(of(verstrekkingen, 'Overleg.datum')).toHaveLength(1);
  expect(of(verstrekkingen, 'Casus.overleggen')).toHaveLength(2);
  expect(verstrekkingen.find(({ coordinaat }) => coordinaat === 'Casus.overleggen')?.aantal).toBe(4);
});

test('what stands on a person itself is of no record, and what has no reference is not counted to what is around it', () => {
  const person = { id: 'p', ketenhub_id: 'p', ketenhub_bronhouder: 'in', wijk: 'W', schulden: [] as Json[] };
  const schuld = { ketenhub_bronhouder: 'in', soort: 'HUUR' };
  const { verstrekkingen } = ask('kenmerk hoofdbetrokkenen { wijk schulden { soort } }', {
    kenmerk: 'K',
    hoofdbetrokkenen: [{ ...person, schulden: [{ ...schuld, ketenhub_record: 's' }, schuld] }],
  });
  expect(of(verstrekkingen, 'Hoofdbetrokkene.wijk')).toEqual([]);
  expect(of(verstrekkingen, 'Casus.hoofdbetrokkenen')).toEqual([]);
  expect(of(verstrekkingen, 'Schuld.soort')).toMatchObject([{ type: 'Schuld', verwijzing: 's' }]);
  expect(of(verstrekkingen, 'Casus.kenmerk')).toMatchObject([{ type: 'Casus', verwijzing: 'c' }]);
});

test('an advies is named by its id; of an empty list of records there is none to name', () => {
  const { verstrekkingen } = ask(
    'politieadviezen { advies } overleggen { datum } tijdlijn { ... on Zorgadvies { advies } }',
    {
      politieadviezen: [{ ketenhub_id: 'a', ketenhub_bronhouder: 'in', advies: 'x' }],
      overleggen: [],
      tijdlijn: [{ ketenhub_type: 'Zorgadvies', ketenhub_id: 'z', ketenhub_bronhouder_care: 'in', advies: 'y' }],
    },
  );
  expect(of(verstrekkingen, 'Politieadvies.advies')).toMatchObject([{ type: 'Politieadvies', verwijzing: 'a' }]);
  expect(of(verstrekkingen, 'Zorgadvies')).toMatchObject([{ type: 'Zorgadvies', verwijzing: 'z' }]);
  expect(of(verstrekkingen, 'Casus.tijdlijn')).toMatchObject([{ type: 'Casus', verwijzing: 'c' }]);
  expect(verstrekkingen.find(({ coordinaat }) => coordinaat === 'Casus.overleggen')).toMatchObject({
    aantal: 0,
    records: [],
  });
});

test('where a place becomes null, its records go with it', () => {
  const kring = { id: 'k', ketenhub_id: 'k', ketenhub_bronhouder: 'in', bekendBijZorg: [overleg('b')] };
  const asked = 'directeKring { id bekendBijZorg { sinds } }';
  const named = (items: unknown[]) =>
    ask(asked, { directeKring: items }).verstrekkingen.flatMap(({ records }) => records.map(({ type }) => type));
  expect(named([kring])).toContain('Kringbekendheid');
  expect(named([kring, null])).not.toContain('Kringbekendheid');
});

test('of any operation over any result: under each line the records that stand in the answer, and no others', () => {
  let named = 0;
  const isRecord = (type: string): boolean => 'bronhouder' in (schema.getType(type) as GraphQLObjectType).getFields();
  /** References by line, read off the answer. */
  function recount(selectie: Selectie, data: Json, result: Json): Map<string, Set<string>> {
    const lines = new Map<string, Set<string>>();
    const add = (coordinaat: string, name: string | null) =>
      lines.set(coordinaat, new Set([...(lines.get(coordinaat) ?? []), ...(name === null ? [] : [name])]));
    const visit = (onder: Selectie, shown: Json, source: Json, type: string, around: string | null): void => {
      for (const veld of onder.typen.get(type) ?? []) {
        if (veld.besluit === null) continue;
        const own = labels.get(`${type}.bronhouder`)?.subgraaf ?? null;
        const within = own !== null && own !== veld.subgraaf ? null : around;
        const value = (one: unknown, came: unknown): void => {
          if (one === null) return;
          if (Array.isArray(one)) {
            const of = veld.onder === null ? [] : [...veld.onder.typen.keys(), ...(veld.onder.leden?.keys() ?? [])];
            if (one.length === 0 && !of.some(isRecord)) add(veld.coordinaat, within);
            return one.forEach((each, at) => value(each, (came as unknown[])[at]));
          }
          if (veld.onder === null) return void add(veld.coordinaat, within);
          const below = came as Json;
          const kind = veld.onder.abstract ? String(below['ketenhub_type']) : [...veld.onder.typen.keys()][0]!;
          const { record, id } = (schema.getType(kind) as GraphQLObjectType).getFields();
          const person = ['Hoofdbetrokkene', 'Kringlid', 'Professional'].includes(kind);
          const key = record === undefined ? (id === undefined || person ? '' : 'ketenhub_id') : 'ketenhub_record';
          const ref = Object.hasOwn(below, key) ? below[key] : null;
          const name = typeof ref === 'string' && ref !== '' ? `${kind} ${ref}` : null;
          const inside = isRecord(kind) ? name : within;
          add(veld.coordinaat, veld.onder.leden === null ? inside : within);
          if (veld.onder.leden !== null) add(kind, name);
          visit(veld.onder, one as Json, below, kind, inside);
        };
        value(shown[veld.sleutel], Object.hasOwn(source, veld.vraagsleutel) ? source[veld.vraagsleutel] : null);
      }
    };
    visit(selectie, data, result, 'Query', null);
    return lines;
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.constantFrom(0, 0.05), (seed, hostile) => {
      const choices = new Choices(seed);
      let document = parse(generateOperation(choices));
      while (validate(schema, document).length > 0) document = parse(generateOperation(choices));
      const { selectie, root } = pruned(document, ALL, VARIABLES, ['in', 'host']);
      const made = new Results(choices, { hostile, bronhouders: ['in'], host: 'in' }).of(document);
      const result = toHub(selectie, JSON.parse(JSON.stringify(made)) as Json);
      const { data, verstrekkingen } = guard(ground, selectie, root, result);
      if (data === null) return expect(verstrekkingen).toEqual([]);
      const expected = recount(selectie, data, result);
      const found = new Map<string, Set<string>>();
      for (const { coordinaat, aantal, records } of verstrekkingen) {
        const names = records.map(({ type, verwijzing }) => `${type} ${verwijzing}`);
        for (const { inhoud } of records) expect(inhoud).toMatch(/^[0-9a-f]{32}$/);
        if (aantal > 0) found.set(coordinaat, new Set([...(found.get(coordinaat) ?? []), ...names]));
        named += records.length;
      }
      for (const [coordinaat, names] of found) expect([coordinaat, [...names].sort()]).toEqual([coordinaat, [...(expected.get(coordinaat) ?? [])].sort()]); // oxfmt-ignore
    }),
    counted(100),
  );
  expect(named).toBeGreaterThan(runs(200));
});
