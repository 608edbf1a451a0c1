import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

/** The types of a supergraph by name. */
export interface Graaf {
  readonly objects: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly interfaces: ReadonlyMap<string, InterfaceTypeDefinitionNode>;
}

export function readGraaf({ definitions }: DocumentNode): Graaf {
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  const interfaces = new Map<string, InterfaceTypeDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objects.set(definition.name.value, definition);
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) interfaces.set(definition.name.value, definition);
  }
  return { objects, interfaces };
}

/** Names of the key fields of an entity: they are never classified, since they are opaque. */
export function keyFields(object: ObjectTypeDefinitionNode): Set<string> {
  const keys = named(object.directives, 'join__type').flatMap((directive) => stringList(valueOf(directive, 'key')));
  return new Set(keys.flatMap((key) => key.split(/\s+/)));
}

/** The object types that implement an interface. */
export function kindsOf({ objects }: Graaf, whole: string): ObjectTypeDefinitionNode[] {
  return [...objects.values()].filter(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === whole));
}

/** The graphs that know all kinds of an interface as one object of its name (@interfaceObject). */
export function asOneObject(whole: InterfaceTypeDefinitionNode): readonly unknown[] {
  const joined = named(whole.directives, 'join__type').filter((one) => valueOf(one, 'isInterfaceObject') === true);
  return joined.map((directive) => valueOf(directive, 'graph'));
}

export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** The one inner list of @policy (an AND); more than one (an OR) is refused by checkLabels. */
export function policies(field: FieldDefinitionNode): string[] {
  const value = argumentOf(field.directives, 'policy', 'policies');
  return Array.isArray(value) ? [...new Set(value.flatMap(stringList))] : [];
}

export function named(directives: readonly ConstDirectiveNode[] | undefined, name: string): ConstDirectiveNode[] {
  return (directives ?? []).filter((directive) => directive.name.value === name);
}

export function argumentOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
  argument: string,
): unknown {
  const [directive] = named(directives, name);
  return directive === undefined ? undefined : valueOf(directive, argument);
}

export function valueOf(directive: DirectiveNode, name: string): unknown {
  const argument: ArgumentNode | undefined = directive.arguments?.find((candidate) => candidate.name.value === name);
  const value: ValueNode | undefined = argument?.value;
  return value === undefined ? undefined : valueFromASTUntyped(value);
}

export function stringList(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
