import fc from 'fast-check';
import { type DocumentNode, buildSchema, executeSync, isObjectType, parse, printSchema, validate } from 'graphql';
import { type GuardGround, guard } from '../../../gateway/guard/guard';
import type { Selectie, Veld } from '../../../schema/domain/selectie';
import { counted, runs } from '../../harness/runs';
import { Choices, VARIABLES, generateDecisions, generateOperation } from '../prune/generate';
import { type Decisions, labels, pruned, schema, toHub } from '../prune/schema';
import { type Json, Results } from './results';

const SUBGRAVEN = ['police', 'care', 'municipality', 'hub'] as const;
const catalogue = (naam: string): (typeof SUBGRAVEN)[number] => {
  if (naam.startsWith('politie.')) return 'police';
  if (naam.startsWith('hub.')) return 'hub';
  return /^(zorg|veiligthuis)\./.test(naam) ? 'care' : 'municipality';
};
const ground = (uitval: readonly string[] = [], host = 'host'): GuardGround => ({
  schema,
  hosts: new Map(SUBGRAVEN.map((name) => [name, host])),
  sourceOf: catalogue,
  herkomsten: { find: () => [], betreft: () => null },
  uitval: new Set(uitval),
  ontbreekt: () => false,
});

function validOperation(choices: Choices): DocumentNode {
  for (;;) {
    const document = parse(generateOperation(choices));
    if (validate(schema, document).length === 0) return document;
  }
}

const seeds = fc.integer({ min: 1, max: 2 ** 31 });
/** As it came over the wire, with the keys that JSON can hold and a literal can't. */
const overTheWire = (result: Json): Json => JSON.parse(JSON.stringify(result)) as Json;
const marksIn = (value: unknown): string[] => JSON.stringify(value).match(/merk\d+x/g) ?? [];

describe('nothing ungranted can come out, whatever came back', () => {
  test('of all that a hostile result holds, only what is granted from its bronhouder is in the answer', () => {
    let came = 0;
    let out = 0;
    let own = 0;
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom(0, 0.08, 0.3),
        fc.constantFrom(['in', 'host'], ['in']),
        (seed, hostile, granted) => {
          const choices = new Choices(seed);
          const document = validOperation(choices);
          const decisions = generateDecisions(choices);
          const { selectie, root } = pruned(document, decisions, VARIABLES, granted);
          const bronhouders = ['in', 'in', 'in', 'uit'];
          const results = new Results(choices, { hostile, bronhouders, host: 'host', vanish: 0.2 });
          const result = overTheWire(results.of(document));
          const { data, verstrekkingen } = guard(ground(), selectie, root, toHub(selectie, result));
          for (const mark of marksIn(data)) {
            const { coordinate, chain } = results.planted.get(mark)!;
            const key = coordinate.endsWith('.id');
            expect({ mark, coordinate, chain }).not.toMatchObject({ coordinate: '' });
            for (const step of chain) {
              const last = step === chain.at(-1);
              if (key && last) continue;
              expect({ mark, ...step, outcome: decisions(step.coordinate) }).toMatchObject({ outcome: 'ALLOW' });
              // What is worked out of what another source sent passes by any grant of that source.
              const { subgraaf, categorieen } = labels.get(step.coordinate)!;
              if (categorieen.every((one) => catalogue(one) === subgraaf)) {
                expect(granted).toContain(step.holder);
                own += 1;
              }
            }
            out += 1;
          }
          came += results.planted.size;
          const persons = new Set(verstrekkingen.map(({ persoon }) => persoon));
          const records = new Set(verstrekkingen.flatMap((one) => one.records.map(({ verwijzing }) => verwijzing)));
          const named = marksIn(verstrekkingen).filter((mark) => !persons.has(mark) && !records.has(mark));
          expect(named).toEqual([]);
        },
      ),
      counted(150),
    );
    expect(came).toBeGreaterThan(out);
    expect(out).toBeGreaterThan(runs(20));
    expect(own).toBeGreaterThan(runs(50));
  });
});

describe('nulls and bubbling are those of the specification', () => {
  /** graphql-js over the same result, made as strict about shapes as JSON of a known type must be. */
  const referee = buildSchema(printSchema(schema));
  for (const type of Object.values(referee.getTypeMap())) {
    if (isObjectType(type)) type.isTypeOf = (value) => typeof value === 'object' && value !== null;
    if (type.name === 'Datum' && 'serialize' in type) {
      type.serialize = (value: unknown) => {
        if (!['string', 'number', 'boolean'].includes(typeof value)) throw new TypeError('no Datum');
        return value;
      };
    }
  }
  const own = (source: unknown, key: string): unknown =>
    typeof source === 'object' && source !== null && Object.hasOwn(source, key) ? (source as Json)[key] : undefined;
  const executed = (document: DocumentNode, result: Json) =>
    executeSync({
      schema: referee,
      document,
      rootValue: result,
      variableValues: VARIABLES,
      fieldResolver: (source, _args, _context, { path }) => own(source, String(path.key)),
      typeResolver: (source) => own(source, 'ketenhub_type') as string,
    }).data;

  test('where all is granted, the answer is what graphql-js makes of the same result', () => {
    let nulls = 0;
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 0.05, 0.15), (seed, hostile) => {
        const choices = new Choices(seed);
        const document = validOperation(choices);
        const { selectie, root } = pruned(document, () => 'ALLOW', VARIABLES, ['in', 'host']);
        const results = new Results(choices, { hostile, bronhouders: ['in'], host: 'host' });
        const result = overTheWire(results.of(document));
        const { data } = guard(ground(), selectie, root, toHub(selectie, result));
        const expected = executed(document, result) ?? null;
        expect(JSON.stringify(data)).toBe(JSON.stringify(expected));
        nulls += JSON.stringify(data).split('null').length - 1;
      }),
      counted(150),
    );
    expect(nulls).toBeGreaterThan(runs(30));
  });

  test.each<[string, unknown, unknown]>([
    ['a list holds null for an item', [{ ketenhub_id: 'k1', id: 'k1' }, null], null],
    ['an item has no id', [{ id: 'k1' }, {}], null],
    ['an item has null for id', [{ id: 'k1' }, { id: null }], null],
    ['an item has an object for id', [{ id: {} }], null],
    ['a list is no list', { 0: { id: 'k1' }, length: 1 }, null],
    ['a list is empty', [], []],
    ['all is well', [{ id: 'k1' }], [{ id: 'k1' }]],
  ])('when %s', (_name, directeKring, expected) => {
    const { selectie, root } = pruned('{ casus(id: "c") { directeKring { id } } }', () => 'ALLOW', {}, ['host']);
    const { data } = guard(ground(), selectie, root, toHub(selectie, { casus: { directeKring } }));
    expect(data).toEqual({ casus: { directeKring: expected } });
  });
});

describe('what is written down is what is in the answer', () => {
  /** Counts every value of the answer, per field and person, with the ids that the sources gave. */
  function recount(document: DocumentNode, answer: unknown, result: Json): Map<string, number> {
    const lines = new Map<string, number>();
    const add = (coordinate: string, persoon: string | null, aantal: number, as = coordinate) => {
      for (const categorie of labels.get(coordinate)?.categorieen ?? []) {
        const key = `${as} ${categorie} ${String(persoon)}`;
        lines.set(key, (lines.get(key) ?? 0) + aantal);
      }
    };
    const { selectie } = pruned(document, () => 'ALLOW', VARIABLES, ['in', 'host']);
    const visit = (onder: typeof selectie, written: Json, source: Json, persoon: string | null, type: string): void => {
      for (const veld of onder.typen.get(type) ?? []) {
        if (veld.naam === '__typename') continue;
        const value = (shown: unknown, came: unknown): void => {
          const types = veld.onder === null ? [] : [...veld.onder.typen.keys()];
          const oneRecord = !String(veld.type).startsWith('[') && types.some((one) => labels.has(`${one}.bronhouder`));
          if (came === null && oneRecord) add(veld.coordinaat, persoon, 0);
          if (shown === null || shown === undefined) return;
          if (Array.isArray(shown)) {
            if (shown.length === 0) add(veld.coordinaat, persoon, 0);
            shown.forEach((one, index) => value(one, (came as unknown[])[index]));
            return;
          }
          if (veld.onder === null) {
            add(veld.coordinaat, persoon, 1);
            return;
          }
          const below = came as Json;
          const kind = veld.onder.abstract ? String(below['ketenhub_type']) : [...veld.onder.typen.keys()][0]!;
          const isPerson = ['Hoofdbetrokkene', 'Kringlid', 'Professional'].includes(kind);
          const about = isPerson && typeof below['ketenhub_id'] === 'string' ? below['ketenhub_id'] : persoon;
          add(veld.coordinaat, about, 1);
          if (veld.onder.leden !== null) add(`${kind}.bronhouder`, about, 1, kind);
          visit(veld.onder, shown as Json, below, about, kind);
        };
        value(written[veld.sleutel], Object.hasOwn(source, veld.vraagsleutel) ? source[veld.vraagsleutel] : undefined);
      }
    };
    visit(selectie, answer as Json, result, null, 'Query');
    return lines;
  }

  test('each value once, about its own person; what bubbled away is not counted', () => {
    let lines = 0;
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 0.1), (seed, hostile) => {
        const choices = new Choices(seed);
        const document = validOperation(choices);
        const { selectie, root } = pruned(document, () => 'ALLOW', VARIABLES, ['in', 'host']);
        const results = new Results(choices, { hostile, bronhouders: ['in'], host: 'in' });
        const result = overTheWire(results.of(document));
        const { data, verstrekkingen } = guard(ground([], 'in'), selectie, root, toHub(selectie, result));
        // Under who grants it without a condition, and is not asked here: no more than that there is nothing of him.
        const others = verstrekkingen.filter(({ bronhouder }) => bronhouder !== 'in');
        expect(others.every(({ aantal, bronhouder }) => aantal === 0 && bronhouder === 'host')).toBe(true);
        const own = verstrekkingen.filter((one) => !others.includes(one));
        const written = new Map(own.map((r) => [`${r.coordinaat} ${r.categorie} ${String(r.persoon)}`, r.aantal]));
        const expected = data === null ? new Map<string, number>() : recount(document, data, toHub(selectie, result));
        expect([...written].sort()).toEqual([...expected].sort());
        expect(new Set(own.map(({ bronhouder }) => bronhouder))).toEqual(new Set(expected.size > 0 ? ['in'] : []));
        lines += written.size;
      }),
      counted(150),
    );
    expect(lines).toBeGreaterThan(runs(500));
  });

  const ask = (
    selection: string,
    casus: Json | null,
    {
      decisions = () => 'ALLOW',
      uitval = [],
      granted = ['in', 'host'],
    }: { decisions?: Decisions; uitval?: string[]; granted?: string[] } = {},
  ) => {
    const { selectie, root } = pruned(`{ casus(id: "c") { ${selection} } }`, decisions, {}, granted);
    const result = { casus: casus === null ? null : { ketenhub_bronhouder: 'in', ...casus } };
    return guard(ground(uitval), selectie, root, toHub(selectie, result));
  };

  test('a list of records of several suppliers: those ungranted leave without a trace', () => {
    const rows = ['uit', 'in', 'uit', 'in'].map((bronhouder, index) => ({
      ketenhub_bronhouder: bronhouder,
      school: `s${index}`,
      regeling: `r${index}`,
    }));
    const person = { id: 'p', ketenhub_id: 'p', ketenhub_bronhouder: 'in', inkomens: rows };
    const { data, fouten, verstrekkingen } = ask('hoofdbetrokkenen { inkomens { regeling } }', {
      hoofdbetrokkenen: [person],
    });
    expect(data).toEqual({ casus: { hoofdbetrokkenen: [{ inkomens: [{ regeling: 'r1' }, { regeling: 'r3' }] }] } });
    expect(fouten).toEqual([]);
    expect(verstrekkingen.find(({ coordinaat }) => coordinaat === 'Inkomen.regeling')).toMatchObject({
      persoon: 'p',
      bronhouder: 'in',
      aantal: 2,
    });
    expect(verstrekkingen.some(({ bronhouder }) => bronhouder === 'uit')).toBe(false);
  });

  test('one object of an ungranted supplier is null, as if it did not exist', () => {
    const person = { ketenhub_bronhouder: 'in', woonsituatie: { ketenhub_bronhouder: 'uit', soort: 'HUUR' } };
    const { data, fouten } = ask('hoofdbetrokkenen { woonsituatie { soort } }', { hoofdbetrokkenen: [person] });
    expect(data).toEqual({ casus: { hoofdbetrokkenen: [{ woonsituatie: null }] } });
    expect(fouten).toEqual([]);
  });

  test('that something was held back is told to the hub, by coordinate', () => {
    const { tegengehouden } = ask('kenmerk fase', { kenmerk: ['Jan'], fase: 'NOOIT' });
    expect([...tegengehouden].sort()).toEqual(['Casus.fase', 'Casus.kenmerk']);
  });

  test('an empty list tells that there is nothing: written down with aantal 0', () => {
    const { verstrekkingen } = ask('tafel { rol }', { tafel: [] });
    expect(verstrekkingen.find(({ coordinaat }) => coordinaat === 'Casus.tafel')).toMatchObject({
      aantal: 0,
      bronhouder: 'in',
    });
  });

  test('what stands in an object that bubbled away is not written down', () => {
    const kring = [{ weergavenaam: 'Jan', id: null }];
    const { data, verstrekkingen, fouten } = ask('directeKring { weergavenaam id }', { directeKring: kring });
    expect(data).toEqual({ casus: { directeKring: null } });
    expect(verstrekkingen.map(({ coordinaat }) => coordinaat)).toEqual(['Query.casus']);
    const pad = ['casus', 'directeKring', 0, 'id'];
    expect(fouten).toEqual([{ code: 'HUB_PARTNER_ONBEREIKBAAR', pad, subgraaf: 'municipality' }]);
  });

  test('a value that could not be worked out for what was kept back is null whatever came, and said to be unknown', () => {
    const hoofdbetrokkenen = ['p', 'q'].map((id) => ({
      ...{ ketenhub_bronhouder: 'in', ketenhub_id: id },
      ...{ veiligheidsbeeld: 'LAAG', veiligheidsrisico: 'HOOG' },
    }));
    const ontbreekt = (coordinaat: string, id: string) => coordinaat === 'Hoofdbetrokkene.veiligheidsbeeld' && id === 'q'; // oxfmt-ignore
    const { selectie, root } = pruned('{ casus(id: "c") { hoofdbetrokkenen { veiligheidsbeeld veiligheidsrisico } } }', () => 'ALLOW', {}, ['in', 'host']); // oxfmt-ignore
    const result = { casus: { ketenhub_bronhouder: 'in', ketenhub_id: 'c', hoofdbetrokkenen } };
    const { data, fouten, verstrekkingen } = guard({ ...ground(), ontbreekt }, selectie, root, toHub(selectie, result));
    expect(overTheWire(data as Json)).toEqual({
      casus: {
        hoofdbetrokkenen: [
          { veiligheidsbeeld: 'LAAG', veiligheidsrisico: 'HOOG' },
          { veiligheidsbeeld: null, veiligheidsrisico: 'HOOG' },
        ],
      },
    });
    const pad = ['casus', 'hoofdbetrokkenen', 1, 'veiligheidsbeeld'];
    expect(fouten).toEqual([{ code: 'HUB_NIET_DOORGEGEVEN', pad, subgraaf: null }]);
    const beeld = verstrekkingen.filter(({ coordinaat }) => coordinaat === 'Hoofdbetrokkene.veiligheidsbeeld');
    expect(new Set(beeld.map(({ persoon }) => persoon))).toEqual(new Set(['p']));
  });

  test('a field that could not be decided is null, and a fault at its own place', () => {
    const undecided: Decisions = (name) => (name === 'Kringlid.telefoon' ? 'UNDECIDED' : 'ALLOW');
    const kring = [
      { ketenhub_bronhouder: 'uit', telefoon: '1' },
      { ketenhub_bronhouder: 'in', telefoon: '2' },
      { ketenhub_bronhouder: 'in', telefoon: '3' },
    ];
    const { data, fouten } = ask('directeKring { telefoon }', { directeKring: kring }, { decisions: undecided });
    expect(data).toEqual({ casus: { directeKring: [{ telefoon: null }, { telefoon: null }] } });
    expect(fouten).toEqual(
      [0, 1].map((index) => ({
        code: 'HUB_ONBESLIST',
        pad: ['casus', 'directeKring', index, 'telefoon'],
        subgraaf: null,
      })),
    );
  });

  test('a denied field is null without a fault, though a source sent it', () => {
    const { data, fouten, verstrekkingen } = ask(
      'regie',
      { regie: 'geheim' },
      { decisions: (name) => (name === 'Casus.regie' ? 'DENY' : 'ALLOW') },
    );
    expect(data).toEqual({ casus: { regie: null } });
    expect(fouten).toEqual([]);
    expect(JSON.stringify(verstrekkingen)).not.toContain('regie');
  });

  test('nor is it a fault when its source failed, nor an empty list that tells it is a list', () => {
    const denied: Decisions = (name) =>
      ['Doeltoets.criteria', 'Casus.politieadviezen'].includes(name) ? 'DENY' : 'ALLOW';
    const selection = 'doeltoets { criteria } politieadviezen { advies }';
    const casus = { doeltoets: { criteria: ['geheim'] }, politieadviezen: null };
    const { data, fouten, tegengehouden } = ask(selection, casus, { decisions: denied, uitval: ['police'] });
    expect(data).toEqual({ casus: { doeltoets: { criteria: null }, politieadviezen: null } });
    expect({ fouten, tegengehouden }).toEqual({ fouten: [], tegengehouden: [] });
  });

  test('a value is held when its own category is not granted from the host that put it there', () => {
    const hoofdbetrokkenen = [{ bekendBijPolitie: true, wijk: 'Assendorp' }];
    const asked = ask('hoofdbetrokkenen { wijk bekendBijPolitie }', { hoofdbetrokkenen }, { granted: ['in'] });
    expect(asked.data).toEqual({ casus: { hoofdbetrokkenen: [{ wijk: 'Assendorp', bekendBijPolitie: null }] } });
    expect(asked.tegengehouden).toEqual(['Hoofdbetrokkene.bekendBijPolitie']);
    expect(asked.verstrekkingen.map(({ coordinaat }) => coordinaat)).not.toContain('Hoofdbetrokkene.bekendBijPolitie');
  });

  test('what a failed source did not send is a fault at its own place; what others sent is there', () => {
    const hoofdbetrokkenen = [{ ketenhub_bronhouder: 'in', wijk: 'Assendorp', verdenkingen: null }];
    const { data, fouten } = ask(
      'hoofdbetrokkenen { wijk verdenkingen { feit } }',
      { hoofdbetrokkenen },
      { uitval: ['police'] },
    );
    expect(data).toEqual({ casus: { hoofdbetrokkenen: [{ wijk: 'Assendorp', verdenkingen: null }] } });
    expect(fouten).toEqual([
      { code: 'HUB_PARTNER_ONBEREIKBAAR', pad: ['casus', 'hoofdbetrokkenen', 0, 'verdenkingen'], subgraaf: 'police' },
    ]);
  });

  test('what is worked out from a failed source is not told at all, also when it seems to be there', () => {
    const hoofdbetrokkenen = [{ ketenhub_bronhouder: 'in', veiligheidsbeeld: 'LAAG' }];
    const { data, fouten } = ask('hoofdbetrokkenen { veiligheidsbeeld }', { hoofdbetrokkenen }, { uitval: ['police'] });
    expect(data).toEqual({ casus: { hoofdbetrokkenen: [{ veiligheidsbeeld: null }] } });
    expect(fouten).toMatchObject([{ subgraaf: 'police', pad: ['casus', 'hoofdbetrokkenen', 0, 'veiligheidsbeeld'] }]);
  });

  test('what is worked out of several at once passes by any grant of each; what stands in a record, by that of its own', () => {
    const hoofdbetrokkenen = [
      { huisbezoek: 'MET_TWEE', risicotaxaties: [{ ketenhub_bronhouder: 'host', niveau: 'LAAG' }] },
    ];
    const { data, tegengehouden } = ask(
      'hoofdbetrokkenen { huisbezoek risicotaxaties { niveau } }',
      { hoofdbetrokkenen },
      { granted: ['in'] },
    );
    expect(data).toEqual({ casus: { hoofdbetrokkenen: [{ huisbezoek: 'MET_TWEE', risicotaxaties: [] }] } });
    expect(tegengehouden).toEqual(['Hoofdbetrokkene.risicotaxaties']);
  });

  /** The same selection with another decision at one field. */
  const decided = (selectie: Selectie, coordinaat: string, given: readonly [string, string][]): Selectie => ({
    ...selectie,
    typen: new Map(
      [...selectie.typen].map(([type, velden]) => [
        type,
        velden.map((veld): Veld => {
          const onder = veld.onder === null ? null : decided(veld.onder, coordinaat, given);
          if (veld.coordinaat !== coordinaat) return { ...veld, onder };
          const toekenningen = given.map(([categorie, bronhouder]) => {
            return { categorie, bronhouder, eigen: false, beperkingen: [], voorwaarden: [], artikel: 'WGS 1' };
          });
          const categorieen = [...new Set(given.map(([categorie]) => categorie))];
          return { ...veld, onder, besluit: { uitkomst: 'ALLOW', artikel: 'WGS 1', categorieen, toekenningen } };
        }),
      ]),
    ),
  });

  test('a record, and what stands in one, passes by its own bronhouder, also where it is worked out of several', () => {
    const taxaties = ['in', 'host'].map((bronhouder) => ({ ketenhub_bronhouder: bronhouder, niveau: 'LAAG' }));
    const source = '{ casus(id: "c") { hoofdbetrokkenen { risicotaxaties { niveau } } } }';
    const { selectie, root } = pruned(source, () => 'ALLOW', {}, ['in', 'host']);
    const result = toHub(selectie, {
      casus: { ketenhub_bronhouder: 'in', hoofdbetrokkenen: [{ risicotaxaties: taxaties }] },
    });
    const levels = (coordinaat: string, given: readonly [string, string][]) => {
      const { data } = guard(ground(), decided(selectie, coordinaat, given), root, result);
      const { hoofdbetrokkenen } = data?.['casus'] as { hoofdbetrokkenen: { risicotaxaties: { niveau: unknown }[] }[] };
      return hoofdbetrokkenen[0]!.risicotaxaties.map(({ niveau }) => niveau);
    };
    const given: [string, string][] = [
      ['zorg.risico', 'in'],
      ['politie.risico', 'host'],
    ];
    expect(levels('Hoofdbetrokkene.risicotaxaties', given)).toEqual(['LAAG']);
    expect(levels('Risicotaxatie.niveau', given)).toEqual(['LAAG', null]);
  });

  test('what is nothing is nothing, and no fault: a null, a list, an object or a value that is not there', () => {
    const nothing = { kenmerk: null, regie: undefined, tafel: null, doeltoets: null, directeKring: undefined };
    const { data, fouten, tegengehouden, verstrekkingen } = ask(
      'kenmerk regie tafel { rol } doeltoets { criteria } directeKring { telefoon }',
      nothing,
    );
    expect(data).toEqual({ casus: { kenmerk: null, regie: null, tafel: null, doeltoets: null, directeKring: null } });
    expect({ fouten, tegengehouden }).toEqual({ fouten: [], tegengehouden: [] });
    expect(verstrekkingen.filter(({ aantal }) => aantal > 0).map(({ coordinaat }) => coordinaat)).toEqual([
      'Query.casus',
    ]);
    // That there is none is told of what would be a record, by whoever grants it without a condition.
    const none = verstrekkingen.filter(({ aantal }) => aantal === 0);
    expect(none.map(({ coordinaat, bronhouder }) => `${coordinaat} ${bronhouder}`)).toEqual([
      'Casus.doeltoets in',
      'Casus.doeltoets host',
    ]);
  });

  test.each([
    [
      'an object for a value',
      'overleggen { datum }',
      { overleggen: [{ datum: { naam: 'Jan' } }] },
      { overleggen: [{ datum: null }] },
    ],
    [
      'a list for a value',
      'overleggen { datum }',
      { overleggen: [{ datum: ['Jan'] }] },
      { overleggen: [{ datum: null }] },
    ],
    ['a text for an object', 'doeltoets { criteria }', { doeltoets: 'Jan' }, { doeltoets: null }],
    ['a number for an object', 'doeltoets { criteria }', { doeltoets: 7 }, { doeltoets: null }],
    ['an object for a list', 'tafel { rol }', { tafel: { rol: 'DEELNEMER' } }, { tafel: null }],
    ['a kind that is none', 'personen { id }', { personen: [{ ketenhub_type: 'Actie' }] }, { personen: null }],
  ])('%s is held, and told to the hub', (_name, selection, casus, expected) => {
    const { data, tegengehouden } = ask(selection, casus);
    expect(data).toEqual({ casus: expected });
    expect(tegengehouden).toHaveLength(1);
  });

  test('a list of which all was held back tells nothing, not even that it is empty', () => {
    const rows = [{ ketenhub_bronhouder: 'uit', regeling: 'r' }];
    const person = { ketenhub_id: 'p', ketenhub_bronhouder: 'in', inkomens: rows };
    const { data, verstrekkingen } = ask('hoofdbetrokkenen { inkomens { regeling } }', { hoofdbetrokkenen: [person] });
    expect(data).toEqual({ casus: { hoofdbetrokkenen: [{ inkomens: [] }] } });
    expect(verstrekkingen.map(({ coordinaat }) => coordinaat)).not.toContain('Hoofdbetrokkene.inkomens');
  });

  test('a list in which something is left is no empty one', () => {
    const rows = ['uit', 'in'].map((bronhouder) => ({ ketenhub_bronhouder: bronhouder, rol: 'MELDER' }));
    const { verstrekkingen } = ask('tafel { rol }', { tafel: rows });
    expect(verstrekkingen.filter(({ aantal }) => aantal === 0)).toEqual([]);
  });

  test('an object without its key is null, and what is around it stays', () => {
    const { data, fouten, verstrekkingen } = ask('id kenmerk', { id: null, kenmerk: 'k' });
    expect(data).toEqual({ casus: null });
    expect(verstrekkingen).toEqual([]);
    expect(fouten).toMatchObject([{ pad: ['casus', 'id'], code: 'HUB_PARTNER_ONBEREIKBAAR' }]);
  });

  test('a source that failed in part is blamed only for what it did not send', () => {
    const hoofdbetrokkenen = [{ bekendBijPolitie: true, veiligheidsrisico: null }];
    const { data, fouten } = ask(
      'hoofdbetrokkenen { bekendBijPolitie veiligheidsrisico }',
      { hoofdbetrokkenen },
      { uitval: ['police'] },
    );
    expect(data).toEqual({ casus: { hoofdbetrokkenen: [{ bekendBijPolitie: true, veiligheidsrisico: null }] } });
    expect(fouten).toEqual([
      {
        code: 'HUB_PARTNER_ONBEREIKBAAR',
        pad: ['casus', 'hoofdbetrokkenen', 0, 'veiligheidsrisico'],
        subgraaf: 'police',
      },
    ]);
  });

  test('each person that lacks a key is a fault of its own, and one that is told already is not told again', () => {
    const kring = [{ id: null }];
    const { fouten } = ask('directeKring { id ouder: id } personen { id }', {
      directeKring: kring,
      personen: [{ ketenhub_type: 'Kringlid', id: null }],
    });
    expect(fouten.map(({ pad }) => pad.join('.'))).toEqual(['casus.directeKring.0.id', 'casus.personen.0.id']);
  });

  test('only a text is the name of a person', () => {
    for (const id of [7, { id: 'p' }, ['p']]) {
      const rows = [{ ketenhub_bronhouder: 'in', ketenhub_id: id, wijk: 'Assendorp' }];
      const { verstrekkingen } = ask('hoofdbetrokkenen { wijk }', { hoofdbetrokkenen: rows });
      expect(verstrekkingen.map(({ persoon }) => persoon)).toEqual(verstrekkingen.map(() => null));
    }
  });

  test('keys that objects inherit are no data', () => {
    const { selectie, root } = pruned('{ casus(id: "c") { kenmerk regie } }', () => 'ALLOW', {}, ['in', 'host']);
    const casus = Object.create(toHub(selectie, { kenmerk: 'van een ander', ketenhub_bronhouder: 'uit' })) as Json;
    Object.assign(casus, toHub(selectie, { regie: 'eigen' }));
    const { data } = guard(ground(), selectie, root, { ketenhub_0: casus });
    expect(data).toEqual({ casus: { kenmerk: null, regie: 'eigen' } });
  });

  test('the answer itself has no prototype to reach', () => {
    const { data } = ask('kenmerk', { kenmerk: 'k' });
    expect(Object.getPrototypeOf(data)).toBeNull();
  });

  test('no result at all is an answer of nulls', () => {
    const { selectie, root } = pruned('{ casus(id: "c") { id } mijnCasussen { rol } }', () => 'ALLOW');
    expect(guard(ground(), selectie, root, null).data).toEqual({ casus: null, mijnCasussen: null });
  });

  describe('of a union', () => {
    const overleg = (dag: string, bronhouder: unknown = 'in') => ({
      ketenhub_type: 'Overleg',
      ketenhub_bronhouder_municipality: bronhouder,
      datum: dag,
    });
    const advies = (dag: string, more: Json = {}) => ({
      ketenhub_type: 'Politieadvies',
      ketenhub_id: 'a1',
      datum: dag,
      ...more,
    });
    const van = (bronhouder: string) => ({ ketenhub_bronhouder_police: bronhouder });
    const SELECTIE = 'tijdlijn { ... on Overleg { datum } ... on Politieadvies { datum } }';
    const tijdlijn = (rows: readonly Json[], more: Parameters<typeof ask>[2] = {}) => {
      const { data, ...rest } = ask(SELECTIE, { tijdlijn: rows }, more);
      const casus = data?.['casus'] as { tijdlijn: { datum: string }[] | null };
      return { dagen: casus.tijdlijn?.map(({ datum }) => datum), ...rest };
    };
    const zonder = (...names: string[]): Decisions => {
      return (name) => (names.includes(name) ? 'DENY' : 'ALLOW');
    };

    test('a member that its own source speaks for is there, and so is each of another bronhouder that is granted', () => {
      const { dagen, fouten, verstrekkingen } = tijdlijn([
        overleg('2026-03-03'),
        advies('2026-02-02', van('host')),
        advies('2026-01-01', van('uit')),
      ]);
      expect({ dagen, fouten }).toEqual({ dagen: ['2026-03-03', '2026-02-02'], fouten: [] });
      const lines = verstrekkingen.map((r) => `${r.coordinaat} ${r.bronhouder} ${String(r.persoon)} ${r.aantal}`);
      expect(lines).toEqual(
        expect.arrayContaining([
          'Casus.tijdlijn in null 2',
          'Overleg in null 1',
          'Politieadvies host null 1',
          'Politieadvies.datum host null 1',
        ]),
      );
      expect(lines.filter((one) => one.includes('uit'))).toEqual([]);
    });

    test('one of which its own source says nothing is not there, and leaves no trace', () => {
      for (const gone of [{}, { ketenhub_bronhouder_police: null }]) {
        const { dagen, fouten, tegengehouden, verstrekkingen } = tijdlijn([
          advies('2026-02-02', gone),
          overleg('2026-01-01'),
        ]);
        expect({ dagen, fouten, tegengehouden }).toEqual({ dagen: ['2026-01-01'], fouten: [], tegengehouden: [] });
        expect(verstrekkingen.map(({ coordinaat }) => coordinaat)).not.toContain('Politieadvies');
      }
    });

    test('no other source can speak for it', () => {
      const spoken = { ketenhub_bronhouder: 'in', ketenhub_bronhouder_municipality: 'in', bronhouder: 'in' };
      expect(tijdlijn([advies('2026-02-02', spoken), overleg('2026-01-01')]).dagen).toEqual(['2026-01-01']);
    });

    test('when its source failed the list says so, once, however many are missing', () => {
      const rows = [advies('2026-03-03'), overleg('2026-02-02'), advies('2026-01-01')];
      const { dagen, fouten } = tijdlijn(rows, { uitval: ['police'] });
      expect(dagen).toEqual(['2026-02-02']);
      expect(fouten).toEqual([{ code: 'HUB_PARTNER_ONBEREIKBAAR', pad: ['casus', 'tijdlijn'], subgraaf: 'police' }]);
    });

    test('a member that is denied is held back, whatever came, and that is a fault of ours or of the source', () => {
      const rows = [advies('2026-02-02', van('in')), overleg('2026-01-01')];
      const { dagen, fouten, tegengehouden } = tijdlijn(rows, { decisions: zonder('Politieadvies.bronhouder') });
      expect({ dagen, fouten, tegengehouden }).toEqual({
        dagen: ['2026-01-01'],
        fouten: [],
        tegengehouden: ['Casus.tijdlijn'],
      });
    });

    test('a member that could not be decided is missing, and the list says so, also of what nobody asked of it', () => {
      const undecided: Decisions = (name) => (name === 'Zorgadvies.bronhouder' ? 'UNDECIDED' : 'ALLOW');
      const zorg = { ketenhub_type: 'Zorgadvies', ketenhub_bronhouder_care: 'in' };
      const { dagen, fouten } = tijdlijn([zorg, overleg('2026-01-01')], { decisions: undecided });
      expect(dagen).toEqual(['2026-01-01']);
      expect(fouten).toEqual([{ code: 'HUB_ONBESLIST', pad: ['casus', 'tijdlijn'], subgraaf: null }]);
    });

    test('what one institution wrote in the source of another is its own', () => {
      const zorg = { ketenhub_type: 'Zorgadvies', ketenhub_bronhouder_care: 'in', datum: '2026-01-01' };
      const asked = ask('tijdlijn { ... on Zorgadvies { datum } }', { tijdlijn: [zorg] }, { granted: ['in'] });
      expect(asked.data).toEqual({ casus: { tijdlijn: [{ datum: '2026-01-01' }] } });
    });

    test('a list of which nothing is left tells that it is a list', () => {
      const { dagen, verstrekkingen } = tijdlijn([advies('2026-02-02')]);
      expect(dagen).toEqual([]);
      expect(verstrekkingen.find(({ coordinaat }) => coordinaat === 'Casus.tijdlijn')).toMatchObject({ aantal: 0 });
    });

    test('nor is one there when the list that it stands in is not granted', () => {
      const rows = { tijdlijn: [advies('2026-02-02', van('host'))], ketenhub_bronhouder: 'uit' };
      const asked = ask('tijdlijn { ... on Politieadvies { datum } }', rows);
      expect(asked.data).toEqual({ casus: null });
      const { selectie, root } = pruned(`{ casus(id: "c") { ${SELECTIE} } }`, () => 'ALLOW', {}, ['host']);
      const result = toHub(selectie, { casus: { ...rows, ketenhub_bronhouder: 'host' } });
      const lacking = decided(selectie, 'Casus.tijdlijn', [['casus.tijdlijn', 'in']]);
      const { data, tegengehouden } = guard(ground(), lacking, root, result);
      expect({ data, tegengehouden }).toEqual({ data: { casus: { tijdlijn: [] } }, tegengehouden: ['Casus.tijdlijn'] });
    });

    test('of one that is denied nothing has to be known to hold it back', () => {
      const rows = [advies('2026-02-02'), overleg('2026-01-01')];
      const { dagen, tegengehouden } = tijdlijn(rows, { decisions: zonder('Politieadvies.bronhouder') });
      expect({ dagen, tegengehouden }).toEqual({ dagen: ['2026-01-01'], tegengehouden: ['Casus.tijdlijn'] });
    });

    test('something of no kind in it is no member of it', () => {
      const { dagen, tegengehouden } = tijdlijn([{ ...overleg('2026-01-01'), ketenhub_type: 'Actie' }]);
      expect(dagen).toBeUndefined();
      expect(tegengehouden).toEqual(['Casus.tijdlijn']);
    });
  });
});
