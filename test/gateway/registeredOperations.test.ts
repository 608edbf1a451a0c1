import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, parse } from 'graphql';
import { readScalars } from '../../gateway/readScalars';
import { registeredOperations } from '../../gateway/registeredOperations';

const SCHEMA = join(__dirname, '../../schema');
const schema = buildSchema('type Query { casus(id: ID): String mijnCasussen: [String] }');
const dir = mkdtempSync(join(tmpdir(), 'operations-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

test('a registered operation is known by what it asks, whatever its white space; any other has no name of ours', () => {
  writeFileSync(join(dir, 'een.graphql'), '# Uitleg.\nquery Overleg($id: ID) {\n  casus(id: $id)\n}\n');
  const name = registeredOperations([dir], schema);
  const asked = (text: string) => name(parse(text), text);
  expect(asked('query Overleg($id: ID) { casus(id: $id) }')).toBe('Overleg');
  expect(asked('query Overleg($id:ID){casus(id:$id)}')).toBe('Overleg');
  expect(asked('query Overleg($id:ID){casus(id:$id)}')).toBe('Overleg');
  expect(asked('query JanJansen($id: ID) { casus(id: $id) }')).toBeNull();
  expect(asked('query Overleg($id: ID) { mijnCasussen }')).toBeNull();
  expect(asked('{ mijnCasussen }')).toBeNull();
});

test.each([
  ['what the graph can not answer', 'query Overleg { geheim }'],
  ['an operation without a name', '{ mijnCasussen }'],
  ['a name that is taken', 'query Overleg { mijnCasussen }'],
])('%s is refused at the start, with the name of the file', (_, text) => {
  writeFileSync(join(dir, 'een.graphql'), 'query Overleg($id: ID) { casus(id: $id) }');
  writeFileSync(join(dir, 'twee.graphql'), text);
  expect(() => registeredOperations([dir], schema)).toThrow(/\/twee\.graphql: /);
});

test('several folders are one list, in which a name stands once, and files that are no operation do not count', () => {
  const other = mkdtempSync(join(tmpdir(), 'operations-'));
  rmSync(join(dir, 'twee.graphql'), { force: true });
  writeFileSync(join(dir, 'een.graphql'), 'query Overleg($id: ID) { casus(id: $id) }');
  writeFileSync(join(other, 'mijn.graphql'), 'query Mijn { mijnCasussen }');
  writeFileSync(join(other, 'leesmij.md'), 'geen operatie');
  const name = registeredOperations([dir, other], schema);
  expect(name(parse('query Mijn { mijnCasussen }'), 'mijn')).toBe('Mijn');
  expect(name(parse('query Overleg($id: ID) { casus(id: $id) }'), 'overleg')).toBe('Overleg');
  writeFileSync(join(other, 'nog.graphql'), 'query Overleg { mijnCasussen }');
  expect(() => registeredOperations([dir, other], schema)).toThrow(/nog\.graphql: Overleg is registered already/);
  writeFileSync(join(other, 'nog.graphql'), 'query Een { mijnCasussen } query Twee { mijnCasussen }');
  expect(() => registeredOperations([dir, other], schema)).toThrow(/nog\.graphql: expected one named operation/);
  rmSync(other, { recursive: true });
});

test('whatever the command line asks is registered in every hub, and the graph answers it', () => {
  const api = readScalars(buildSchema(readFileSync(join(SCHEMA, 'api.graphql'), 'utf8')));
  const own = join(SCHEMA, 'operations/hub');
  const name = registeredOperations([join(SCHEMA, 'operations'), own], api);
  const files = readdirSync(own);
  const cli = readdirSync(join(SCHEMA, '../gateway/cli'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SCHEMA, '../gateway/cli', file), 'utf8'))
    .join('\n');
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const text = readFileSync(join(own, file), 'utf8');
    expect([file, name(parse(text), text)]).toEqual([file, expect.any(String)]);
    // None is there that nobody asks.
    expect([file, cli.includes(`'${file.replace('.graphql', '')}'`)]).toEqual([file, true]);
  }
});
