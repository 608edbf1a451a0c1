import fc from 'fast-check';
import { buildSchema, isInterfaceType, isUnionType, printSchema, validateSchema } from 'graphql';
import { filterSchema } from '../../../gateway/introspection/filterSchema';
import { coordinatesOf, promises, standing } from './coordinates';
import { counted } from '../../harness/runs';

/** Everything a graph can hold that must be taken away with care. */
const schema = buildSchema(`
  directive @eigen on FIELD_DEFINITION
  type Query { zaak(id: ID!, soort: Soort, filter: Filter): Zaak wat: Ding ieder: [Mens!] rol: Rol }
  "Een zaak."
  type Zaak { id: ID! mensen(vanaf: Datum, rol: Rol): [Mens!] dingen: [Ding!] leeg: Leeg }
  "Een mens."
  interface Mens { id: ID! naam(kort: Boolean): String vriend: Mens }
  interface Werker implements Mens { id: ID! naam(kort: Boolean): String vriend: Mens vak: String }
  type Buur implements Mens { id: ID! naam(kort: Boolean): String vriend: Mens straat: String }
  type Agent implements Mens & Werker { id: ID! naam(kort: Boolean): String vriend: Mens vak: String korps: Korps }
  type Korps { naam: String agenten: [Agent!] }
  union Ding = Boek | Korps | Buur
  "Een boek."
  type Boek { "De titel." titel: String schrijver: Mens }
  type Leeg { niets: Verder }
  type Verder { waarde: Int }
  enum Soort { A B }
  enum Rol { X Y }
  input Filter { soort: Soort vanaf: Datum }
  scalar Datum
`);
const all = coordinatesOf(schema);

describe('a schema filtered to what may be seen', () => {
  test('is valid, prints, and holds what can stand of it and nothing else, whatever is taken away', () => {
    const gone = { interfaces: 0, unions: 0, fields: 0 };
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), (some) => {
        // An argument without which a field can't be asked is seen with it.
        const seen = new Set(['Query.rol', ...some.filter((one) => one !== 'Query.zaak(id:)')]);
        if (seen.has('Query.zaak')) seen.add('Query.zaak(id:)');
        // A key goes with its object, so kinds of one interface always have that in common.
        for (const kind of ['Buur', 'Agent']) if (some.some((one) => one.startsWith(kind))) seen.add(`${kind}.id`);
        const filtered = filterSchema(schema, seen);
        expect(validateSchema(filtered)).toEqual([]);
        expect(printSchema(filtered)).not.toContain('@eigen');
        const left = coordinatesOf(filtered);
        const types = Object.values(filtered.getTypeMap());
        // What nothing leads to is not told of either, so of what can stand a part is left.
        const stands = standing(schema, new Set([...seen].filter((one) => seen.has(one.split('(')[0]!))));
        for (const one of left) expect(stands).toContain(one);
        for (const one of stands) {
          const [type = ''] = one.split('.');
          if (filtered.getType(type) !== undefined) expect(left).toContain(one);
        }
        const kept = promises(schema, left);
        for (const one of types.filter(isInterfaceType)) {
          expect(Object.keys(one.getFields()).sort()).toEqual(kept.get(one.name));
          expect(filtered.getPossibleTypes(one).length).toBeGreaterThan(0);
        }
        for (const one of types.filter(isUnionType)) expect(one.getTypes().length).toBeGreaterThan(0);
        gone.interfaces += filtered.getType('Mens') === undefined ? 1 : 0;
        gone.unions += filtered.getType('Ding') === undefined ? 1 : 0;
        gone.fields += all.length - left.length;
      }),
      counted(200),
    );
    for (const count of Object.values(gone)) expect(count).toBeGreaterThan(10);
  });

  const filtered = (...names: string[]) => printSchema(filterSchema(schema, new Set(names)));

  test('keeps descriptions, and of an enum, scalar or input only what an argument or field still needs', () => {
    expect(filtered('Query.wat', 'Boek.titel')).toBe(
      'type Query {\n  wat: Ding\n}\n\nunion Ding = Boek\n\n"""Een boek."""\ntype Boek {\n  """De titel."""\n  titel: String\n}',
    );
    const asked = filtered('Query.zaak', 'Query.zaak(id:)', 'Query.zaak(filter:)', 'Zaak.id');
    expect(asked).toContain('zaak(id: ID!, filter: Filter): Zaak');
    for (const type of ['input Filter', 'enum Soort', 'scalar Datum']) expect(asked).toContain(type);
    expect(asked).not.toMatch(/Rol|Mens|soort: Soort\)/);
  });

  test('has of an interface what all kinds that are left have, and none where that is nothing', () => {
    const one = filtered('Query.ieder', 'Buur.id', 'Buur.straat', 'Agent.id', 'Agent.vak', 'Agent.naam');
    expect(one).toContain('"""Een mens."""\ninterface Mens {\n  id: ID!\n}');
    expect(one).toContain('interface Werker implements Mens {\n  id: ID!\n  naam: String\n  vak: String\n}');
    const none = filtered('Query.ieder', 'Query.rol', 'Buur.straat', 'Agent.vak');
    expect(none).not.toMatch(/Mens|Werker|Buur|Agent|ieder/);
  });

  test('has no type of which nothing is left, nor what leads to it', () => {
    const left = filtered('Query.rol', 'Query.zaak', 'Query.zaak(id:)', 'Zaak.leeg', 'Leeg.niets');
    expect(left).not.toMatch(/Zaak|zaak|Leeg|Verder/);
  });

  test('of nothing there is no schema', () => {
    expect(() => filterSchema(schema, new Set())).toThrow('not valid');
  });
});
