import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, parse } from 'graphql';
import { registeredOperations } from '../../gateway/registeredOperations';

const schema = buildSchema('type Query { casus(id: ID): String mijnCasussen: [String] }');
const dir = mkdtempSync(join(tmpdir(), 'operations-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

test('a registered operation is known by what it asks, whatever its white space; any other has no name of ours', () => {
  writeFileSync(join(dir, 'een.graphql'), '# Uitleg.\nquery Overleg($id: ID) {\n  casus(id: $id)\n}\n');
  const name = registeredOperations(dir, schema);
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
  expect(() => registeredOperations(dir, schema)).toThrow(/^twee\.graphql: /);
});
