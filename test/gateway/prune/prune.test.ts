import fc from 'fast-check';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  parse,
  print,
  validate,
  buildSchema,
  getOperationAST,
} from 'graphql';
import { Budget } from '../../../gateway/prune/budget';
import { collectFields } from '../../../gateway/prune/collectFields';
import { prune } from '../../../gateway/prune/prune';
import { readOperation } from '../../../gateway/prune/readOperation';
import { counted, runs } from '../../harness/runs';
import { Choices, VARIABLES, generateDecisions, generateOperation } from './generate';
import { type Decisions, type Outcome, beslist, keysOf, labels, pruned, schema } from './schema';
import { type Standing, walk } from './walk';

/** A valid random operation. Few are not: two fields under one response key. */
function validOperation(choices: Choices): DocumentNode {
  for (;;) {
    const document = parse(generateOperation(choices));
    if (validate(schema, document).length === 0) return document;
  }
}

const isKey = (coordinate: string): boolean => coordinate.endsWith('.id') && !labels.has(coordinate);

/** What is decided at one field, arguments and all: read off the labels by hand. */
function outcomeOf(decisions: Decisions, coordinate: string, node: FieldNode): Outcome {
  if (isKey(coordinate)) return 'ALLOW';
  const read = (node.arguments ?? []).flatMap(({ name }) => labels.get(coordinate)!.argumenten[name.value]!);
  return [coordinate, ...read].map(decisions).find((outcome) => outcome !== 'ALLOW') ?? 'ALLOW';
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const isHidden = ({ path }: Standing): boolean => /ketenhub_(type|id|record|bronhouder(_[a-z]+)?)$/.test(path);
/** Whether a member of a union may be known to be there. */
const admits = (decisions: Decisions, member: string): Outcome => decisions(`${member}.bronhouder`);
const line = ({ path, coordinate }: Standing): string => `${path} ${coordinate}`;
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

describe('of any operation, under any decisions', () => {
  test('what is left is exactly what is granted; what is told as denied is exactly the outermost denied', () => {
    let left = 0;
    let denials = 0;
    let withheld = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const choices = new Choices(seed);
        const document = frozen(validOperation(choices));
        const before = print(document);
        const decisions = generateDecisions(choices);
        const outcome = (coordinate: string, node: FieldNode) => outcomeOf(decisions, coordinate, node);
        const standing = walk(
          document,
          VARIABLES,
          (coordinate, node) => outcome(coordinate, node) === 'ALLOW',
          (member) => admits(decisions, member) === 'ALLOW',
        );
        const granted = standing.filter(({ coordinate, node }) => outcome(coordinate, node) === 'ALLOW');
        const denied = standing.filter(({ coordinate, node }) => outcome(coordinate, node) === 'DENY');
        // Members of unions that are reached: each on which something stands is asked, and told when it is denied.
        const members = granted.flatMap(({ union, below }) =>
          union === null ? [] : below.map(({ type, keys }) => ({ path: union, type, asked: keys.length > 0 })),
        );
        const refused = members.filter(({ type, asked }) => asked && admits(decisions, type) === 'DENY');

        const {
          document: rest,
          weigeringen,
          gevraagd,
          variabelen,
          hash,
          selectie,
        } = pruned(document, decisions, VARIABLES);
        expect(print(document)).toBe(before);
        expect(weigeringen.map(({ pad, coordinaat }) => `${pad.join('.')} ${coordinaat}`).sort()).toEqual(
          [...denied.map(line), ...refused.map(({ path, type }) => `${path} ${type}`)].sort(),
        );
        for (const { besluit } of weigeringen) expect(besluit.uitkomst).toBe('DENY');
        const named = members.filter(({ asked }) => asked).map(({ type }) => type);
        expect(gevraagd.coordinaten).toEqual(
          [...new Set([...standing.map(({ coordinate }) => coordinate), ...named])].sort(),
        );
        denials += denied.length;
        withheld += refused.length;
        if (granted.length === 0) {
          expect({ rest, hash }).toEqual({ rest: null, hash: '' });
          return;
        }
        expect(validate(schema, rest!)).toEqual([]);
        const theirs = keysOf(selectie);
        const back = (path: string) => path.split('.').map((key) => theirs.get(key) ?? key);
        const asked = walk(rest!, {}, () => true).map((one) => ({ ...one, path: back(one.path).join('.') }));
        expect(
          asked
            .filter((one) => !isHidden(one))
            .map(line)
            .sort(),
        ).toEqual(granted.map(line).sort());
        for (const { coordinate, node, below, union } of asked) {
          expect({ coordinate, outcome: outcome(coordinate, node) }).toEqual({ coordinate, outcome: 'ALLOW' });
          for (const { type, keys } of below) {
            if (union !== null && admits(decisions, type) !== 'ALLOW') expect(keys).toEqual(['ketenhub_type']);
            else
              expectHiddenKeys(
                decisions,
                type,
                keys,
                union === null ? '' : `_${labels.get(`${type}.bronhouder`)!.subgraaf}`,
              );
          }
        }
        const text = print(rest!);
        const names = [...variabelen.values()];
        expect(names.every((name) => Object.hasOwn(VARIABLES, name))).toBe(true);
        expect(text.match(/\$\w+: /g) ?? []).toHaveLength(names.length);
        expect(text).not.toMatch(
          /@skip|@include|fragment F|eigen_|zelfde|soort_van|Vraag|\$(c|ja|nee|dag|statussen)\b/,
        );
        left += granted.length;
      }),
      counted(120),
    );
    expect(left).toBeGreaterThan(runs(100));
    expect(denials).toBeGreaterThan(runs(20));
    expect(withheld).toBeGreaterThan(0);
  });
});

/** The hub asks type, id, bronhouder and record of each object for itself, and only where those are granted. */
function expectHiddenKeys(decisions: Decisions, type: string, keys: readonly string[], source: string): void {
  const { id, bronhouder, record } = (schema.getType(type) as GraphQLObjectType).getFields();
  const expected = [
    ...(bronhouder !== undefined && decisions(`${type}.bronhouder`) === 'ALLOW'
      ? [`ketenhub_bronhouder${source}`]
      : []),
    ...(id !== undefined && isKey(`${type}.id`) ? ['ketenhub_id'] : []),
    ...(record !== undefined && decisions(`${type}.record`) === 'ALLOW' ? ['ketenhub_record'] : []),
  ];
  const own = keys.filter((key) => /^ketenhub_(id|record|bronhouder(_[a-z]+)?)$/.test(key)).sort();
  expect({ type, own }).toEqual({ type, own: expected });
}

describe('by example', () => {
  const deny =
    (...names: string[]): Decisions =>
    (name) =>
      names.includes(name) ? 'DENY' : 'ALLOW';
  const ask = (selection: string, decisions: Decisions, variables: Record<string, unknown> = {}, declared = '') => {
    const { document, weigeringen, variabelen } = pruned(
      `query ($c: ID! ${declared}) { casus(id: $c) { ${selection} } }`,
      decisions,
      { c: 'c1', ...variables },
    );
    return {
      text: document === null ? null : print(document).replace(/\s+/g, ' '),
      denied: weigeringen.map(({ pad, coordinaat }) => `${pad.join('.')} ${coordinaat}`),
      variabelen: [...variabelen.values()],
    };
  };

  test('an alias hides nothing', () => {
    const { text, denied } = ask('id kenmerk: regie', deny('Casus.regie'));
    expect(text).not.toContain('regie');
    expect(denied).toEqual(['casus.kenmerk Casus.regie']);
  });

  test('one response key on two kinds of person: the allowed one stays, the denied one goes', () => {
    const { text, denied } = ask(
      'personen { ... on Hoofdbetrokkene { zelfde: wijk } ... on Kringlid { zelfde: telefoon } }',
      deny('Hoofdbetrokkene.wijk'),
    );
    expect(text).not.toContain('wijk');
    expect(text).toMatch(/ketenhub_\d+: telefoon/);
    expect(denied).toEqual(['casus.personen.@.zelfde Hoofdbetrokkene.wijk']);
  });

  test('a field of the interface is asked of the kinds that may be shown, and of no other', () => {
    const { text, denied } = ask('personen { weergavenaam }', deny('Professional.weergavenaam'));
    expect(text).toMatch(/on Hoofdbetrokkene {[^}]*weergavenaam/);
    expect(text).not.toMatch(/on Professional {[^}]*weergavenaam/);
    expect(denied).toEqual(['casus.personen.@.weergavenaam Professional.weergavenaam']);
  });

  test('a denied field is no less denied in a fragment of a fragment', () => {
    const source =
      'query ($c: ID!) { casus(id: $c) { ...A } } fragment A on Casus { ...B } fragment B on Casus { ... { regie id } }';
    expect(pruned(source, deny('Casus.regie'), { c: 'c1' }).weigeringen.map(({ coordinaat }) => coordinaat)).toEqual([
      'Casus.regie',
    ]);
  });

  test('what does not stand is neither asked nor told, also when it is denied', () => {
    const none = { text: expect.not.stringContaining('regie') as string, denied: [] };
    expect(ask('id regie @include(if: false)', deny('Casus.regie'))).toMatchObject(none);
    expect(ask('id regie @skip(if: $ja)', deny('Casus.regie'), { ja: true }, ', $ja: Boolean!')).toMatchObject(none);
    expect(ask('id ... @include(if: $ja) { regie }', () => 'ALLOW', { ja: false }, ', $ja: Boolean!')).toMatchObject(
      none,
    );
  });

  test('what stands by a default is decided like any other', () => {
    expect(ask('id regie @skip(if: $ja)', deny('Casus.regie'), {}, ', $ja: Boolean! = false').denied).toEqual([
      'casus.regie Casus.regie',
    ]);
  });

  test('a variable that only a denied field used goes with it', () => {
    const { text, variabelen } = ask(
      'id overleggen(vanaf: $dag) { datum }',
      deny('Casus.overleggen'),
      { dag: '2026-01-01' },
      ', $dag: Datum',
    );
    expect(text).not.toContain('Datum');
    expect(variabelen).toEqual(['c']);
  });

  test('null where none may be is the fault of who asks, unless the field is denied to him anyway', () => {
    const asked = (decisions: Decisions, s: unknown) =>
      ask('id planVanAanpak { acties(status: [AFGEROND, $s]) { omschrijving } }', decisions, { s }, ', $s: Actiestatus = OPEN'); // oxfmt-ignore
    expect(asked(() => 'ALLOW', 'LOPEND').text).toContain('acties');
    expect(() => asked(() => 'ALLOW', null)).toThrow(
      new GraphQLError('Een argument van PlanVanAanpak.acties krijgt null waar geen null mag staan.'),
    );
    expect(asked(deny('PlanVanAanpak.acties'), null)).toMatchObject({
      denied: ['casus.planVanAanpak.acties PlanVanAanpak.acties'],
    });
  });

  test('to filter on a datum is to read it, so a denied argument denies the field', () => {
    const { denied } = ask('id overleggen(vanaf: "2026-01-01") { datum }', deny('casus.overleggen'));
    expect(denied).toEqual(['casus.overleggen Casus.overleggen']);
    expect(ask('id overleggen { datum }', deny('casus.overleggen')).denied).toEqual([]);
  });

  test('an argument of which nobody said what it reads denies the field, and only where it is given', () => {
    const overleggen = labels.get('Casus.overleggen')!;
    const refused = (argumenten: Record<string, string[]>, selection: string) => {
      const document = parse(`{ casus(id: "c") { id ${selection} } }`);
      const unread = new Map([...labels, ['Casus.overleggen', { ...overleggen, argumenten }]]);
      const known = { ...beslist(() => 'ALLOW'), labels: unread };
      const { weigeringen } = prune(schema, readOperation(schema, document, getOperationAST(document)!, {}), known);
      return weigeringen.map(({ coordinaat, besluit }) => [coordinaat, besluit.reden, besluit.categorieen]);
    };
    const filtered = 'overleggen(vanaf: "2026-01-01") { datum }';
    const unclassified = [['Casus.overleggen', 'NIET_GECLASSIFICEERD', ['casus.overleggen']]];
    for (const argumenten of [{}, { vanaf: [] }]) {
      expect(refused(argumenten, filtered)).toEqual(unclassified);
      expect(refused(argumenten, 'overleggen { datum }')).toEqual([]);
    }
    expect(refused({ vanaf: ['casus.overleggen'] }, filtered)).toEqual([]);
  });

  test('a refusal names what the field holds and what its arguments read', () => {
    const document = parse('{ casus(id: "c") { id overleggen(vanaf: "2026-01-01") { datum } } }');
    const overleggen = { ...labels.get('Casus.overleggen')!, argumenten: { vanaf: ['casus.plan'] } };
    const known = { ...beslist(deny('casus.plan')), labels: new Map([...labels, ['Casus.overleggen', overleggen]]) };
    const { weigeringen } = prune(schema, readOperation(schema, document, getOperationAST(document)!, {}), known);
    expect(weigeringen.map(({ besluit }) => besluit.categorieen)).toEqual([['casus.overleggen', 'casus.plan']]);
  });

  test('only the outermost denied selection is told', () => {
    const { denied } = ask(
      'planVanAanpak { acties { omschrijving } doelstelling }',
      deny('Casus.planVanAanpak', 'PlanVanAanpak.acties'),
    );
    expect(denied).toEqual(['casus.planVanAanpak Casus.planVanAanpak']);
  });

  test('of a selection with nothing but __typename, or of which nothing is left, the object is still asked', () => {
    expect(ask('__typename', () => 'ALLOW').text).toContain('ketenhub_id');
    expect(ask('tafel { rol }', deny('Tafelgenoot.rol')).text).toContain('tafel { ketenhub_type: __typename }');
    expect(ask('personen { __typename }', () => 'ALLOW').text).toContain('ketenhub_type: __typename');
  });

  test('an id that is classified is a datum like any other', () => {
    const document = parse('{ casus(id: "c") { id kenmerk } }');
    const operation = getOperationAST(document)!;
    const kenmerk = labels.get('Casus.kenmerk')!;
    const known = { ...beslist(deny('Casus.id')), labels: new Map([...labels, ['Casus.id', kenmerk]]) };
    const { weigeringen, document: rest } = prune(schema, readOperation(schema, document, operation, {}), known);
    expect(weigeringen.map(({ coordinaat }) => coordinaat)).toEqual(['Casus.id']);
    expect(print(rest!)).not.toMatch(/: id\b/);
  });

  test('a fragment on an interface stands only on the kinds that implement it', () => {
    const small = buildSchema(`type Query { a: A } interface A { x: Int } interface B { y: Int }
      type Een implements A & B { x: Int y: Int } type Twee implements A { x: Int }`);
    const { operation, fragments } = readOperation(
      small,
      parse('{ a { x ... on B { y } } }'),
      getOperationAST(parse('{ a { x ... on B { y } } }'))!,
      {},
    );
    const walked = { schema: small, fragments, variables: {}, budget: new Budget({ fields: 100, places: 100 }) };
    const [a] = operation.selectionSet.selections as FieldNode[];
    const on = (type: string) => [
      ...collectFields(walked, small.getType(type) as GraphQLObjectType, [a!.selectionSet!]).keys(),
    ];
    expect({ een: on('Een'), twee: on('Twee') }).toEqual({ een: ['x', 'y'], twee: ['x'] });
  });

  test('when nothing is granted there is nothing to plan', () => {
    expect(ask('id', deny('Query.casus'))).toEqual({ text: null, denied: ['casus Query.casus'], variabelen: [] });
    expect(pruned('{ __typename }', () => 'ALLOW').document).toBeNull();
  });

  test('what could not be decided is not asked, and is not told as denied', () => {
    const { text, denied } = ask('id regie', (name) => (name === 'Casus.regie' ? 'UNDECIDED' : 'ALLOW'));
    expect(text).not.toContain('regie');
    expect(denied).toEqual([]);
  });

  test('two requesters with other rights get another hash, the same rights the same', () => {
    const source = 'query ($c: ID!) { casus(id: $c) { id regie } }';
    const hash = (decisions: Decisions) => pruned(source, decisions, { c: 'c1' }).hash;
    expect(hash(deny('Casus.regie'))).not.toBe(hash(() => 'ALLOW'));
    expect(hash(() => 'ALLOW')).toBe(hash(() => 'ALLOW'));
    expect(hash(() => 'ALLOW')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('members of a union, by example', () => {
  const deny =
    (...names: string[]): Decisions =>
    (name) =>
      names.includes(name) ? 'DENY' : 'ALLOW';
  const ask = (selection: string, decisions: Decisions = () => 'ALLOW', variables = {}, declared = '') => {
    const source = `query ($c: ID! ${declared}) { casus(id: $c) { ${selection} } }`;
    const { document, weigeringen, variabelen, gevraagd } = pruned(source, decisions, { c: 'c1', ...variables });
    return {
      text: print(document!).replace(/\s+/g, ' '),
      denied: weigeringen.map(({ pad, coordinaat }) => `${pad.join('.')} ${coordinaat}`),
      variabelen: [...variabelen.values()],
      gevraagd: gevraagd.coordinaten,
    };
  };
  const ZONDER = deny('Zorgadvies.bronhouder');

  test('a member that is denied is not asked at all, and told once, whatever of it was asked', () => {
    for (const inside of [
      '__typename',
      'id',
      'advies strekking',
      '... on Gebeurtenis { ... on Zorgadvies { datum } }',
    ]) {
      const { text, denied, gevraagd } = ask(`tijdlijn { ... on Zorgadvies { ${inside} } }`, ZONDER);
      expect(text).not.toContain('Zorgadvies');
      expect(denied).toEqual(['casus.tijdlijn.@ Zorgadvies']);
      expect(gevraagd).toEqual(['Casus.tijdlijn', 'Query.casus', 'Zorgadvies']);
    }
  });

  test('of which nothing is asked, it is not told, nor asked', () => {
    for (const nothing of [
      '... on Overleg { datum }',
      '... on Zorgadvies @skip(if: true) { advies }',
      '... on Zorgadvies { id @include(if: false) }',
    ]) {
      const { text, denied } = ask(`tijdlijn { ${nothing} }`, ZONDER);
      expect(text).not.toContain('Zorgadvies');
      expect(denied).toEqual([]);
    }
  });

  test('a member that is granted is asked for itself, also when nothing of it was', () => {
    const { text } = ask('tijdlijn { ... on Overleg { datum } }');
    expect(text).toContain('... on Politieadvies { ketenhub_id: id ketenhub_bronhouder_police: bronhouder }');
    expect(text).toContain('... on Doeltoets { ketenhub_bronhouder_municipality: bronhouder ketenhub_record: record }');
  });

  test('a field of a member that is granted is denied by itself', () => {
    const { text, denied } = ask('tijdlijn { ... on Zorgadvies { advies strekking } }', deny('Zorgadvies.advies'));
    expect(text).toMatch(/on Zorgadvies {[^}]*strekking }/);
    expect(text).not.toMatch(/: advies/);
    expect(denied).toEqual(['casus.tijdlijn.@.advies Zorgadvies.advies']);
  });

  test('a list in a member in a list: at its own place', () => {
    const { text, denied } = ask('tijdlijn { ... on Overleg { opbrengst { __typename } } }', deny('Actie.bronhouder'));
    expect(text).not.toContain('Actie');
    expect(denied).toEqual(['casus.tijdlijn.@.opbrengst.@ Actie']);
  });

  test('a variable that only a denied member used goes with it', () => {
    const selection = 'tijdlijn(vanaf: $dag) { ... on Overleg { opbrengst @include(if: $ja) { __typename } } }';
    const declared = ', $dag: Datum, $ja: Boolean!';
    const variables = { dag: '2026-01-01', ja: true };
    expect(ask(selection, () => 'ALLOW', variables, declared).variabelen).toEqual(['c', 'dag']);
    expect(ask(selection, deny('Casus.tijdlijn'), variables, declared).variabelen).toEqual(['c']);
    const nested = `personen { ... on Hoofdbetrokkene { incidenten(vanaf: $dag) { datum } } } id @include(if: $ja)`;
    expect(ask(nested, deny('Hoofdbetrokkene.incidenten'), variables, declared).variabelen).toEqual(['c']);
  });

  test('one response key on two members, also of another kind of list: each by its own decision', () => {
    const selection =
      'tijdlijn { ... on Overleg { zelfde: opbrengst { __typename } } ... on Politieadvies { a: strekking } ... on Zorgadvies { a: advies } }';
    const { text, denied } = ask(selection, deny('Overleg.opbrengst', 'Politieadvies.strekking'));
    expect(text).not.toMatch(/opbrengst|strekking/);
    expect(text).toMatch(/on Zorgadvies {[^}]*: advies/);
    expect(denied.sort()).toEqual([
      'casus.tijdlijn.@.a Politieadvies.strekking',
      'casus.tijdlijn.@.zelfde Overleg.opbrengst',
    ]);
  });

  test('a member that could not be decided is not asked, and not told as denied', () => {
    const { text, denied } = ask('tijdlijn { __typename }', (name) =>
      name === 'Doeltoets.bronhouder' ? 'UNDECIDED' : 'ALLOW',
    );
    expect(text).not.toContain('Doeltoets');
    expect(denied).toEqual([]);
  });

  test('a type in a union that names no bronhouder can not be granted', () => {
    const document = parse('{ casus(id: "c") { tijdlijn { __typename } } }');
    const without = new Map([...labels].filter(([naam]) => naam !== 'Overleg.bronhouder'));
    const known = { ...beslist(() => 'ALLOW'), labels: without };
    const gevraagd = readOperation(schema, document, getOperationAST(document)!, {});
    const { weigeringen, document: rest } = prune(schema, gevraagd, known);
    expect(weigeringen).toMatchObject([{ coordinaat: 'Overleg', besluit: { reden: 'NIET_GECLASSIFICEERD' } }]);
    expect(print(rest!)).not.toContain('Overleg');
  });
});

describe('an interface, both ways', () => {
  const texts = (selection: string, ...names: string[]) => {
    const { document, weigeringen } = pruned(`{ casus(id: "c") { ${selection} } }`, (name) =>
      names.includes(name) ? 'DENY' : 'ALLOW',
    );
    return {
      text: print(document!).replace(/\s+/g, ' '),
      denied: weigeringen.map(({ pad, coordinaat }) => `${pad.join('.')} ${coordinaat}`),
    };
  };

  test('from the interface through a kind and back: what is denied of that kind stays denied', () => {
    for (const inside of [
      '... on Kringlid { ... on Persoon { weergavenaam } }',
      '... on Persoon { ... on Kringlid { ... on Persoon { ... { weergavenaam } } } }',
      '... on Kringlid { ... on Persoon { ... on Kringlid { weergavenaam } } }',
    ]) {
      const { text, denied } = texts(`personen { ${inside} }`, 'Kringlid.weergavenaam');
      expect(text).not.toContain('weergavenaam');
      expect(denied).toEqual(['casus.personen.@.weergavenaam Kringlid.weergavenaam']);
    }
  });

  test('from a kind through the interface: only what that kind may show, and nothing of another', () => {
    const { text, denied } = texts(
      'hoofdbetrokkenen { ... on Persoon { weergavenaam ... on Kringlid { telefoon } } }',
      'Kringlid.telefoon',
      'Professional.weergavenaam',
    );
    expect(text).toContain('weergavenaam');
    expect(text).not.toMatch(/telefoon|Kringlid|Professional/);
    expect(denied).toEqual([]);
  });
});

describe('no name that a client chose goes into a plan', () => {
  test.each(['ketenhub_type', 'ketenhub_id', 'ketenhub_0', '__proto__', 'constructor', '__typename', 'id'])(
    'the alias %s',
    (alias) => {
      const source = `query Geheim ($representations: ID!) { casus(id: $representations) { ${alias}: kenmerk } }`;
      const { document, selectie, variabelen } = pruned(source, () => 'ALLOW', { representations: 'c1' });
      expect(print(document!)).toMatch(/ketenhub_\d+: kenmerk/);
      expect(print(document!)).not.toMatch(/Geheim|representations|__proto__|constructor/);
      expect([...variabelen.values()]).toEqual(['representations']);
      const [casus] = selectie.typen.get('Query')!;
      expect(casus?.onder?.typen.get('Casus')).toMatchObject([{ sleutel: alias, naam: 'kenmerk' }]);
    },
  );

  test('nothing of the hub itself has the name that a field of the client gets', () => {
    const { document } = pruned('{ casus(id: "c") { __typename id kenmerk personen { id } } }', () => 'ALLOW');
    const keys = print(document!)
      .match(/ketenhub_\w+/g)!
      .filter((key) => /_\d/.test(key));
    expect(new Set(keys)).toEqual(new Set(['ketenhub_0', 'ketenhub_1', 'ketenhub_2', 'ketenhub_3']));
  });
});

describe('what is refused whole', () => {
  const refused = (source: string) => {
    try {
      pruned(source, () => 'ALLOW', { c: 'c1' });
      return 'answered';
    } catch (fout) {
      return (fout as { code?: string }).code;
    }
  };

  test('fragments that multiply by nesting: long before they are worked out', () => {
    const depth = 24;
    const relation = (below: string) => `... on Hoofdbetrokkene { gezinsrelaties { betreft { ${below} } } }`;
    const chain = Array.from(
      { length: depth },
      (_, i) =>
        `fragment G${i} on Persoon { ${i === depth - 1 ? 'id' : `${relation(`...G${i + 1}`)} a: weergavenaam ... on Hoofdbetrokkene { x${i}: gezinsrelaties { betreft { ...G${i + 1} } } }`} }`,
    );
    expect(refused(`query ($c: ID!) { casus(id: $c) { personen { ...G0 } } } ${chain.join('\n')}`)).toBe('HUB_LIMIET');
  });

  test('many spreads of one fragment cost no more than one', () => {
    const spreads = '...A '.repeat(1_500);
    expect(
      refused(`query ($c: ID!) { casus(id: $c) { ${spreads} } } fragment A on Casus { ${'id '.repeat(300)} }`),
    ).toBe('answered');
  });
});
