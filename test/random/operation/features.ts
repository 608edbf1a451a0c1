import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type ValueNode,
  isAbstractType,
  isUnionType,
  parse,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Operation } from './drawOperation';

/** What stands in an operation, by name: to see that everything GraphQL allows is really drawn. */
export function featuresOf(schema: GraphQLSchema, { text, operationName }: Operation): Set<string> {
  const document = parse(text, { noLocation: true });
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  const keys = new Map<string, Set<string>>();
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.typeCondition.name.value]] : [],
    ),
  );
  let depth = 0;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const parent = types.getParentType();
        found.add(`${parent?.name ?? ''}.${node.name.value}`);
        fieldFeatures(node, found);
        const key = node.alias?.value ?? node.name.value;
        const fields = keys.get(key) ?? new Set<string>();
        if (fields.size > 0 && !fields.has(`${parent?.name ?? ''}.${node.name.value}`))
          found.add('one key for several fields');
        keys.set(key, fields.add(`${parent?.name ?? ''}.${node.name.value}`));
      },
      SelectionSet: ({ selections }) => {
        const names = selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
        if (new Set(names).size < names.length) found.add('a field twice in one selection');
        if (selections.every(({ directives = [] }) => directives.length > 0)) found.add('nothing without a condition');
      },
      InlineFragment: {
        enter: ({ typeCondition }) => {
          depth += 1;
          if (depth > 2) found.add('inline fragments in inline fragments');
          if (typeCondition === undefined) found.add('inline fragment without a type');
          else narrowing(schema, types.getParentType(), typeCondition.name.value, found);
        },
        leave: () => void (depth -= 1),
      },
      FragmentSpread: ({ name }) => {
        found.add(found.has(`spread ${name.value}`) ? 'a fragment spread twice' : `spread ${name.value}`);
        const on = fragments.get(name.value);
        if (on !== undefined) narrowing(schema, types.getParentType(), on, found);
      },
      VariableDefinition: ({ type, defaultValue }) => {
        found.add(defaultValue === undefined ? 'variable' : 'variable with a default');
        if (defaultValue !== undefined && type.kind !== Kind.NON_NULL_TYPE)
          found.add('nullable variable with a default');
      },
      Argument: (node) => {
        if (types.getDirective() === null) found.add(`argument: ${shapeOf(node.value)}`);
      },
    }),
  );
  if (operationName !== null) found.add('several operations');
  if (/^\{/.test(text)) found.add('shorthand');
  if (nests(document)) found.add('named fragments in named fragments');
  return found;
}

function fieldFeatures({ alias, name, directives = [] }: FieldNode, found: Set<string>): void {
  if (name.value === '__typename') found.add('__typename');
  if (alias !== undefined) found.add('alias');
  if (directives.length > 1) found.add('@skip and @include on one field');
  for (const directive of directives) {
    const value = directive.arguments?.[0]?.value;
    if (value !== undefined) found.add(`@${directive.name.value}: ${shapeOf(value)}`);
  }
}

const shapeOf = ({ kind }: ValueNode): string => (kind === Kind.VARIABLE || kind === Kind.NULL ? kind : 'literal');

/** From the type around a fragment to its own: both ways, over interfaces and unions. */
function narrowing(schema: GraphQLSchema, from: unknown, to: string, found: Set<string>): void {
  const kind = (type: unknown): string => (isUnionType(type) ? 'union' : isAbstractType(type) ? 'interface' : 'type');
  found.add(`fragment on ${kind(schema.getType(to))} in ${kind(from)}`);
}

function nests(document: DocumentNode): boolean {
  return document.definitions.some((definition) => {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) return false;
    let spreads = false;
    visit(definition, { FragmentSpread: () => void (spreads = true) });
    return spreads;
  });
}
