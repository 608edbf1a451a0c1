import { type GraphQLSchema, getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** The schema coordinates of the concrete types of a schema: `Type.field` and `Type.field(argument:)`. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  return types
    .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : []))
    .flatMap(({ type, field: { name, args } }) => {
      const coordinaat = `${type.name}.${name}`;
      return [coordinaat, ...args.map((one) => `${coordinaat}(${one.name}:)`)];
    })
    .sort();
}

/** What of these coordinates can stand in a schema: not what leads to a type, or kinds of an interface, without fields. */
export function standing(schema: GraphQLSchema, given: ReadonlySet<string>): string[] {
  const left = new Set(given);
  const fields = coordinatesOf(schema).filter((one) => !one.includes('('));
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const one of fields) {
      const [type = '', naam = ''] = one.split('.');
      const parent = schema.getType(type);
      const target = isObjectType(parent) ? getNamedType(parent.getFields()[naam]!.type) : undefined;
      const kinds = isAbstractType(target) ? schema.getPossibleTypes(target) : isObjectType(target) ? [target] : null;
      const some = kinds?.filter(({ name }) => [...left].some((other) => other.startsWith(`${name}.`)));
      const shared = isInterfaceType(target)
        ? Object.keys(target.getFields()).some((field) => some?.every(({ name }) => left.has(`${name}.${field}`)))
        : true;
      if (some?.length === 0 || !shared)
        for (const other of [...left]) if (other === one || other.startsWith(`${one}(`)) left.delete(other);
    }
  }
  return [...left].sort();
}

/** The fields that each interface must have left: what all of its kinds still have. */
export function promises(schema: GraphQLSchema, left: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const type of Object.values(schema.getTypeMap()).filter(isInterfaceType)) {
    const kinds = schema.getPossibleTypes(type).filter(({ name }) => left.some((one) => one.startsWith(`${name}.`)));
    const fields = Object.keys(type.getFields()).filter((naam) =>
      kinds.every(({ name }) => left.includes(`${name}.${naam}`)),
    );
    if (kinds.length > 0 && fields.length > 0) found.set(type.name, fields.sort());
  }
  return found;
}
