import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type GraphQLError, buildSchema, getOperationAST, parse, print } from 'graphql';
import { type Gevraagd, readOperation } from '../../../gateway/prune/readOperation';
import { USUAL_LIMITS } from '../../../schema/domain/questionLimits';

const SCHEMA = buildSchema(`
  scalar Wat
  input Zoek { naam: String! }
  type Query { a(id: ID, anders: ID): A  b(id: ID!): A  los(id: Wat): Int  zonder(naam: ID): Int  zoek(wat: Zoek): Int }
  type A { id: ID! x: Int dieper(id: ID): A }
  type Mutation { doe(id: ID!): Int }`);

function read(source: string, given: Record<string, unknown> = {}, schema = SCHEMA): Gevraagd {
  const document = parse(source);
  return readOperation(schema, document, getOperationAST(document)!, given);
}

/** What is told of an operation that is refused. */
function refusal(source: string, given: Record<string, unknown> = {}, schema = SCHEMA): unknown {
  try {
    read(source, given, schema);
  } catch (error) {
    const { message, extensions, nodes } = error as GraphQLError;
    return { message, code: extensions['code'], at: nodes?.map(print) };
  }
  return 'read';
}

const BAD = { code: 'BAD_USER_INPUT' };

describe('what the client asked', () => {
  test('the fields that stand at the root, each name once, and under which key each is answered', () => {
    const { root, wortels, sleutels, overTypen, limits } = read(`query ($nee: Boolean!) {
      a(id: "1") { id } zo: a(id: "2") { x } ...R b(id: "3") @include(if: $nee) { id } los @skip(if: true)
    } fragment R on Query { zonder a(id: "1") { x } }`, { nee: false }); // oxfmt-ignore
    expect({ root, wortels, overTypen }).toEqual({ root: 'Query', wortels: ['a', 'zonder'], overTypen: false });
    expect([...sleutels]).toEqual([
      ['a', 'a'],
      ['zo', 'a'],
      ['zonder', 'zonder'],
    ]);
    expect(limits).toBe(USUAL_LIMITS);
  });

  test('the fragments are known by name, and no operation is one', () => {
    const { fragments } = read('query F { a { ...G } } fragment G on A { ...H } fragment H on A { x }');
    expect([...fragments.keys()]).toEqual(['G', 'H']);
    expect(print(fragments.get('H')!)).toContain('fragment H on A');
  });

  test('a mutation is read along its own root', () => {
    expect(read('mutation { doe(id: "1") }')).toMatchObject({ root: 'Mutation', wortels: ['doe'], genoemd: ['1'] });
  });

  test('variables have their defaults and their types', () => {
    const { variables } = read('query ($a: ID = "d", $b: ID, $c: ID) { a(id: $a) { id } }', { b: 5 });
    expect(variables).toEqual({ a: 'd', b: '5' });
  });

  test('the digest is of the text as it came', () => {
    const source = '{ a { id } }  # om die en die reden';
    expect(read(source).hash).toBe(createHash('sha256').update(source).digest('hex'));
    const document = parse(source, { noLocation: true });
    expect(readOperation(SCHEMA, document, getOperationAST(document)!, {}).hash).toBe(
      createHash('sha256').update('').digest('hex'),
    );
  });

  test('it may come to what the hub allows, and no more', () => {
    const document = parse('{ a { id } b(id: "1") { id } zonder }');
    const within = (fields: number) => () =>
      readOperation(SCHEMA, document, getOperationAST(document)!, {}, { fields, places: 1 });
    expect(within(3)()).toMatchObject({ limits: { fields: 3, places: 1 } });
    expect(within(2)).toThrow(/^De vraag is te groot: na uitwerking meer dan 2 velden/);
  });
});

describe('the casussen that it names', () => {
  test.each([
    ['in the text', '{ a(id: "c1") { id } }', {}, ['c1']],
    ['as a number: the type says how it is read', '{ a(id: 7) { id } }', {}, ['7']],
    ['by a variable', 'query ($c: ID) { a(id: $c) { id } }', { c: 'c2' }, ['c2']],
    ['by a default', 'query ($c: ID = "c3") { a(id: $c) { id } }', {}, ['c3']],
    ['by null, which is no casus of anybody', '{ a(id: null) { id } }', {}, [null]],
    ['by a variable that is not given', 'query ($c: ID) { a(id: $c) { id } }', {}, [undefined]],
    ['by what the type does not know', '{ a(id: true) { id } }', {}, [true]],
    ['by more than one value', '{ los(id: ["c4", "c5"]) }', {}, [['c4', 'c5']]],
    ['twice, under two keys', '{ a(id: "c1") { id } b: a(id: "c6") { id } }', {}, ['c1', 'c6']],
    ['twice, under one key', '{ a(id: "c1") { id } a(id: "c1") { x } }', {}, ['c1', 'c1']],
    ['in a fragment', '{ ...R } fragment R on Query { ... { b(id: "c7") { id } } }', {}, ['c7']],
    ['not: another argument', '{ a(anders: "c8") { id } zonder(naam: "c9") }', {}, []],
    ['not: another argument before it', '{ a(anders: "c8", id: "c1") { id } }', {}, ['c1']],
    ['not: no argument', '{ a { id } }', {}, []],
    ['not: deeper', '{ a(id: "c1") { dieper(id: "c10") { id } } }', {}, ['c1']],
    ['not: what does not stand', '{ zonder a(id: "c1") @skip(if: true) { id } }', {}, []],
    ['not: an argument that the graph does not know', '{ zonder(id: "c1") }', {}, []],
    ['not: a field that the graph does not know', '{ onbekend(id: "c1") }', {}, []],
  ])('%s', (_what, source, given, named) => {
    expect(read(source, given).genoemd).toEqual(named);
  });
});

describe('types and data are two questions', () => {
  test.each([
    ['{ __schema { queryType { name } } }', true],
    ['{ __type(name: "A") { name } __typename __schema { queryType { name } } }', true],
    ['{ zo: __type(name: "A") { name } t: __typename }', true],
    ['{ __typename }', false],
    ['{ __typename a { id } }', false],
  ])('%s', (source, overTypen) => {
    expect(read(source).overTypen).toBe(overTypen);
  });

  test.each([
    '{ __schema { queryType { name } } a { id } }',
    '{ a { id } ...T } fragment T on Query { t: __type(name: "A") { name } }',
    '{ __typename zonder __type(name: "A") { name } }',
  ])('refused: %s', (source) => {
    expect(refusal(source)).toEqual({
      ...BAD,
      message: 'Vraag naar typen (__schema, __type) en naar gegevens in aparte vragen.',
      at: undefined,
    });
  });

  test('what does not stand is not asked together', () => {
    expect(read('{ __schema { queryType { name } } a @skip(if: true) { id } }').overTypen).toBe(true);
  });
});

describe('refused', () => {
  const declared = 'query ($a: ID!, $_z9: Zoek) { b(id: $a) { id } zoek(wat: $_z9) }';
  test.each<[string, Record<string, unknown>, string, string]>([
    ['a variable that lacks', {}, 'De variabele $a ontbreekt.', '$a: ID!'],
    ['one of another type', { a: { geheim: 'Jansen' } }, 'De variabele $a past niet bij het type in de vraag.', '$a: ID!'],
    ['null where none may be', { a: null }, 'De variabele $a past niet bij het type in de vraag.', '$a: ID!'],
    ['what lacks inside one', { a: '1', _z9: {} }, 'De variabele $_z9 past niet bij het type in de vraag.', '$_z9: Zoek'],
  ])('%s', (_what, given, message, at) => {
    expect(refusal(declared, given)).toEqual({ ...BAD, message, at: [at] });
  }); // oxfmt-ignore

  test('a variable of a type that the graph does not know', () => {
    expect(refusal('query ($q: Onbekend) { a { id } }', { q: 1 })).toMatchObject({
      ...BAD,
      message: 'De variabele $q past niet bij het type in de vraag.',
    });
  });

  test('so many that it is told no more by name', () => {
    const names = Array.from({ length: 12 }, (_, i) => `$v${String(i)}: ID!`);
    expect(refusal(`query (${names.join(', ')}) { a { id } }`)).toMatchObject({ ...BAD, at: ['$v0: ID!'] });
  });

  test('no value that came with the question is repeated, whatever it is and wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, unit: fc.constantFrom('Q', 'X', 'Z', '9', '!', '"', '$', ' ') }),
        fc.constantFrom<(value: string) => Record<string, unknown>>(
          (value) => ({ a: [value] }),
          (value) => ({ a: { [value]: value } }),
          (value) => ({ a: '1', _z9: { naam: [value] } }),
          (value) => ({ a: '1', _z9: { naam: 'x', [value]: 1 } }),
          (value) => ({ a: '1', _z9: value }),
        ),
        (value, given) => {
          const { message } = refusal(declared, given(value)) as { message: string };
          expect(message).toMatch(/^De variabele \$(a|_z9) past niet bij het type in de vraag\.$/);
        },
      ),
    );
  });

  test('a kind of operation that the graph has not', () => {
    const reading = buildSchema('type Query { a: Int }');
    const told = (kind: string) => ({
      ...BAD,
      message: `Deze graaf kent geen ${kind}: er kan alleen worden gevraagd.`,
      at: undefined,
    });
    expect(refusal('mutation { a }', {}, reading)).toEqual(told('mutation'));
    expect(refusal('subscription { a }', {}, SCHEMA)).toEqual(told('subscription'));
  });
});
