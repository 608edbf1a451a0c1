import { type ObjectTypeDefinitionNode, Kind, parse, print } from 'graphql';
import { PERSOONSOORTEN, SLEUTELCATEGORIEEN } from '../../../schema/domain/sleutel';
import { SUBGRAVEN } from '../../../schema/domain/subgraaf';
import { emitSubgraphSdl } from '../../../subgraphs/kit/emitSubgraphSdl';
import { createWorld } from '../../../subgraphs/kit/synthetic/createWorld';

const types = SUBGRAVEN.flatMap((naam) => parse(emitSubgraphSdl(naam)).definitions).filter(
  (one): one is ObjectTypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION,
);
const fieldOf = ({ fields = [] }: ObjectTypeDefinitionNode, naam: string) =>
  fields.find(({ name }) => name.value === naam);
const label = (type: ObjectTypeDefinitionNode, naam: string): string =>
  (fieldOf(type, naam)?.directives ?? []).map((one) => print(one)).join(' ');

test('each record can be named, by whoever may know whose it is: an entity by its id, any other by `record`', () => {
  const held = types.filter((type) => fieldOf(type, 'bronhouder') !== undefined);
  expect(held.length).toBeGreaterThan(24);
  for (const type of held) {
    const record = fieldOf(type, 'record');
    if (type.name.value in SLEUTELCATEGORIEEN) {
      expect([type.name.value, record]).toEqual([type.name.value, undefined]);
      continue;
    }
    expect([type.name.value, record === undefined ? null : print(record.type)]).toEqual([type.name.value, 'ID']);
    expect(label(type, 'record')).toBe(label(type, 'bronhouder'));
    expect(label(type, 'record')).toMatch(/^@policy/);
  }
  expect([...PERSOONSOORTEN].every((soort) => soort in SLEUTELCATEGORIEEN)).toBe(true);
});

test('what is in no record of its own has no reference', () => {
  const loose = types.filter(
    (type) => fieldOf(type, 'record') !== undefined && fieldOf(type, 'bronhouder') === undefined,
  );
  expect(loose.map(({ name }) => name.value)).toEqual([]);
});

test('a reference tells nothing: in the synthetic world each is 128 bits without order, and of one row only', () => {
  const { municipality, police, care } = createWorld({ seed: 1, size: 'demo' });
  const rows = [municipality, police, care].flatMap((part) =>
    Object.entries(part as unknown as Record<string, readonly { readonly id?: string }[]>).filter(
      ([naam]) => naam !== 'medewerkers' && naam !== 'ingebrachteAdviezen',
    ),
  );
  const ids = rows.flatMap(([, one]) => one.flatMap(({ id }) => (id === undefined ? [] : [id])));
  expect(ids.length).toBeGreaterThan(400);
  expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, one] of rows.filter(([, { length }]) => length > 20)) {
    const order = one.map(({ id = '' }) => id);
    expect(order[0] === undefined || order[0] === '' || order.join() !== [...order].sort().join()).toBe(true);
  }
});
