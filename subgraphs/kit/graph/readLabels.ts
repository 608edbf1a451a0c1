import { type GraphQLSchema, isObjectType, valueFromASTUntyped, type ConstDirectiveNode } from 'graphql';

/** What the SDL says of its own fields. */
export interface Labels {
  /** `Type.field` to the categories that must all be granted; unlabelled fields are absent. */
  readonly categorieen: ReadonlyMap<string, readonly string[]>;
  /** Entity types, each with its key fields. */
  readonly entiteiten: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads `@policy` and `@key`. A label that is not exactly one AND of names makes the start fail: half read is not read. */
export function readLabels(schema: GraphQLSchema): Labels {
  const categorieen = new Map<string, readonly string[]>();
  const entiteiten = new Map<string, ReadonlySet<string>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const keys = directivesOf([type.astNode, ...type.extensionASTNodes], 'key').map((key) => argument(key, 'fields'));
    if (keys.length > 0) entiteiten.set(type.name, new Set(keys.map((fields) => keyField(type.name, fields))));
    for (const field of Object.values(type.getFields())) {
      const [label, ...more] = directivesOf([field.astNode], 'policy');
      if (label === undefined) continue;
      const coordinaat = `${type.name}.${field.name}`;
      if (more.length > 0) throw new Error(`${coordinaat}: one @policy expected, got more`);
      categorieen.set(coordinaat, allOf(coordinaat, argument(label, 'policies')));
    }
  }
  return { categorieen, entiteiten };
}

type WithDirectives = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;

function directivesOf(nodes: readonly WithDirectives[], name: string): ConstDirectiveNode[] {
  return nodes.flatMap((node) => node?.directives ?? []).filter((directive) => directive.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const found = directive.arguments?.find((candidate) => candidate.name.value === name);
  return found === undefined ? undefined : valueFromASTUntyped(found.value);
}

function keyField(type: string, fields: unknown): string {
  if (typeof fields === 'string' && /^\w+$/.test(fields.trim())) return fields.trim();
  throw new Error(`${type}: a @key of one field expected`);
}

function allOf(coordinaat: string, policies: unknown): readonly string[] {
  const [names, ...alternatives] = Array.isArray(policies) ? (policies as unknown[]) : [];
  if (alternatives.length === 0 && Array.isArray(names) && names.length > 0) {
    if (names.every((name): name is string => typeof name === 'string')) return names;
  }
  throw new Error(`${coordinaat}: @policy must be one list of categories that must all hold`);
}
