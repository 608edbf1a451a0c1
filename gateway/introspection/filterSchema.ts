import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  buildASTSchema,
  isTypeDefinitionNode,
  parse,
  printSchema,
  validateSchema,
} from 'graphql';

/**
 * The schema as far as these schema coordinates go (`Type.field`, `Type.field(argument:)`, of concrete types): what is
 * not among them is gone, and so is every type that nothing leads to any more. Of an interface is left what all of its
 * kinds still have, since it can't promise more. Descriptions stay.
 *
 * @throws Error when what is left is no valid schema.
 */
export function filterSchema(schema: GraphQLSchema, zichtbaar: ReadonlySet<string>): GraphQLSchema {
  let left: readonly DefinitionNode[] = parse(printSchema(schema), { noLocation: true }).definitions.filter(
    ({ kind }) => kind !== Kind.DIRECTIVE_DEFINITION,
  );
  left = left.map((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION ? withVisibleFields(one, zichtbaar) : one));
  left = whatStands(left);
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type?.name ?? []);
  const reached = reachedFrom(roots, left);
  const definitions = left.filter((one) => !isTypeDefinitionNode(one) || reached.has(one.name.value));
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const filtered = buildASTSchema(document, { assumeValidSDL: true });
  const [wrong] = validateSchema(filtered);
  if (wrong !== undefined) throw new Error(`the filtered schema is not valid: ${wrong.message}`);
  return filtered;
}

function withVisibleFields(type: ObjectTypeDefinitionNode, zichtbaar: ReadonlySet<string>): ObjectTypeDefinitionNode {
  const fields = (type.fields ?? []).flatMap((field): FieldDefinitionNode[] => {
    const coordinaat = `${type.name.value}.${field.name.value}`;
    const seen = (field.arguments ?? []).filter(({ name }) => zichtbaar.has(`${coordinaat}(${name.value}:)`));
    return zichtbaar.has(coordinaat) ? [{ ...field, arguments: seen }] : [];
  });
  return { ...type, fields };
}

/** Takes away what can't stand: types of which nothing is left, and what leads to them, until nothing changes. */
function whatStands(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const gone = new Set(definitions.filter(isEmpty).map(nameOf));
  if (gone.size > 0) return whatStands(definitions.flatMap((one) => without(one, gone)));
  const objects = definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION);
  const interfaces = definitions.filter((one) => one.kind === Kind.INTERFACE_TYPE_DEFINITION);
  const unkept = interfaces.filter((one) => promised(one, kindsOf(one, objects)).length === 0);
  if (unkept.length > 0) {
    const broken = new Set(unkept.map(nameOf));
    return whatStands(definitions.flatMap((one) => without(one, broken)));
  }
  return definitions.map((one) =>
    one.kind === Kind.INTERFACE_TYPE_DEFINITION ? { ...one, fields: promised(one, kindsOf(one, objects)) } : one,
  );
}

function isEmpty(one: DefinitionNode): boolean {
  if (one.kind === Kind.OBJECT_TYPE_DEFINITION) return (one.fields ?? []).length === 0;
  return one.kind === Kind.UNION_TYPE_DEFINITION && (one.types ?? []).length === 0;
}

/** A definition without anything of these types; nothing, when it is one of them. */
function without(one: DefinitionNode, gone: ReadonlySet<string>): readonly DefinitionNode[] {
  if (gone.has(nameOf(one))) return [];
  const stays = ({ name }: NamedTypeNode): boolean => !gone.has(name.value);
  if (one.kind === Kind.UNION_TYPE_DEFINITION) return [{ ...one, types: (one.types ?? []).filter(stays) }];
  if (one.kind !== Kind.OBJECT_TYPE_DEFINITION && one.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [one];
  const fields = (one.fields ?? []).filter(({ type }) => !gone.has(namedType(type)));
  return [{ ...one, fields, interfaces: (one.interfaces ?? []).filter(stays) }];
}

/** The fields that every kind of an interface has, with the arguments that each of them takes; none without a kind. */
function promised(one: InterfaceTypeDefinitionNode, kinds: readonly ObjectTypeDefinitionNode[]): FieldDefinitionNode[] {
  if (kinds.length === 0) return [];
  return (one.fields ?? []).flatMap((field): FieldDefinitionNode[] => {
    const found = kinds.map(({ fields }) => fields?.find(({ name }) => name.value === field.name.value));
    if (found.includes(undefined)) return [];
    const everywhere = (naam: string): boolean =>
      found.every((kind) => kind?.arguments?.some(({ name }) => name.value === naam) === true);
    return [{ ...field, arguments: (field.arguments ?? []).filter(({ name }) => everywhere(name.value)) }];
  });
}

function kindsOf(
  { name }: InterfaceTypeDefinitionNode,
  objects: readonly ObjectTypeDefinitionNode[],
): ObjectTypeDefinitionNode[] {
  return objects.filter(({ interfaces = [] }) => interfaces.some((one) => one.name.value === name.value));
}

/** Everything that an operation can come by from a root on, and what its arguments are made of. */
function reachedFrom(roots: readonly string[], definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const types = new Map(definitions.filter(isTypeDefinitionNode).map((one) => [one.name.value, one]));
  const reached = new Set<string>();
  const visit = (naam: string): void => {
    const type = types.get(naam);
    if (type === undefined || reached.has(naam)) return;
    reached.add(naam);
    if (type.kind === Kind.UNION_TYPE_DEFINITION) for (const { name } of type.types ?? []) visit(name.value);
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      for (const one of types.values())
        if (
          one.kind === Kind.OBJECT_TYPE_DEFINITION &&
          one.interfaces?.some(({ name }) => name.value === naam) === true
        )
          visit(one.name.value);
    }
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      for (const { name } of type.interfaces ?? []) visit(name.value);
      for (const field of type.fields ?? []) {
        visit(namedType(field.type));
        for (const argument of field.arguments ?? []) visit(namedType(argument.type));
      }
    }
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      for (const one of type.fields ?? []) visit(namedType(one.type));
  };
  roots.forEach(visit);
  return reached;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function nameOf(one: DefinitionNode): string {
  return isTypeDefinitionNode(one) ? one.name.value : '';
}
