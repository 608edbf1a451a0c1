import { type GraphQLSchema, isObjectType, isUnionType, valueFromASTUntyped, type ConstDirectiveNode } from 'graphql';

/** What must be granted of a member of a union before it is told that there is one. */
export interface Lidlabel {
  readonly categorieen: readonly string[];
  /** Another source holds the record; here is only a reference to it. */
  readonly elders: boolean;
}

/** What the SDL says of its own fields. */
export interface Labels {
  /** `Type.field` to the categories that must all be granted; unlabelled fields are absent. */
  readonly categorieen: ReadonlyMap<string, readonly string[]>;
  /** Entity types, each with its key fields. */
  readonly entiteiten: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of the entities that the hub can ask for by key. */
  readonly vindbaar: ReadonlySet<string>;
  /** Types that are in a union. */
  readonly leden: ReadonlyMap<string, Lidlabel>;
}

/** Reads `@policy` and `@key`. A label that is not exactly one AND of names makes the start fail: half read is not read. */
export function readLabels(schema: GraphQLSchema): Labels {
  const categorieen = new Map<string, readonly string[]>();
  const entiteiten = new Map<string, ReadonlySet<string>>();
  const vindbaar = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const keys = directivesOf([type.astNode, ...type.extensionASTNodes], 'key');
    if (keys.length > 0)
      entiteiten.set(type.name, new Set(keys.map((key) => keyField(type.name, argument(key, 'fields')))));
    if (keys.some((key) => argument(key, 'resolvable') !== false)) vindbaar.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const [label, ...more] = directivesOf([field.astNode], 'policy');
      if (label === undefined) continue;
      const coordinaat = `${type.name}.${field.name}`;
      if (more.length > 0) throw new Error(`${coordinaat}: one @policy expected, got more`);
      categorieen.set(coordinaat, allOf(coordinaat, argument(label, 'policies')));
    }
  }
  return { categorieen, entiteiten, vindbaar, leden: readLeden(schema, categorieen) };
}

function readLeden(
  schema: GraphQLSchema,
  categorieen: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Lidlabel> {
  const leden = new Map<string, Lidlabel>();
  for (const union of Object.values(schema.getTypeMap())) {
    // `_Entity` is federation's own: nothing stands in it but what was asked for by key.
    if (!isUnionType(union) || union.name === '_Entity') continue;
    for (const { name, astNode } of union.getTypes()) {
      const [verwijst] = directivesOf([astNode], 'verwijst');
      const elders = verwijst !== undefined;
      const label = elders ? argument(verwijst, 'gegevens') : categorieen.get(`${name}.bronhouder`);
      if (!isNames(label)) throw new Error(`${name}: in a union it needs a labelled bronhouder, or @Verwijst`);
      leden.set(name, { categorieen: label, elders });
    }
  }
  return leden;
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
  if (alternatives.length === 0 && isNames(names)) return names;
  throw new Error(`${coordinaat}: @policy must be one list of categories that must all hold`);
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');
}
