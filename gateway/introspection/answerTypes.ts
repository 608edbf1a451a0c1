import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  executeSync,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { Hubfout } from '../../schema/domain/hubfout';

/** A question about the types of the graph, its variables filled in. */
interface Typenvraag {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What an answer about types may hold: the whole graph, described as tools ask it, is a fifth of it. */
const MOST_FIELDS = 20_000;

/**
 * Answers `__schema` and `__type` from a schema, as graphql-js does.
 *
 * @throws Hubfout HUB_LIMIET for a question that nests lists of types to more than the hub will write out.
 */
export function answerTypes(schema: GraphQLSchema, vraag: Typenvraag): Record<string, unknown> {
  countFields(schema, vraag);
  const { document, operation, variables } = vraag;
  const { data, errors } = executeSync({
    schema,
    document,
    variableValues: variables,
    ...(operation.name === undefined ? {} : { operationName: operation.name.value }),
  });
  const [first] = errors ?? [];
  if (first !== undefined || data === undefined || data === null) throw first ?? new GraphQLError('no answer');
  return data;
}

/** Walks the answer before it is made: what is nested multiplies, and only here is known how many there are of each. */
function countFields(schema: GraphQLSchema, { operation, fragments, variables }: Typenvraag): void {
  let counted = 0;
  const visitField = (parent: GraphQLObjectType, source: unknown, field: FieldOf): void => {
    counted += 1;
    if (counted > MOST_FIELDS) {
      throw new Hubfout('HUB_LIMIET', `De vraag is te groot: meer dan ${String(MOST_FIELDS)} velden over typen.`);
    }
    const naam = field.name.value;
    if (field.selectionSet === undefined) return;
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find(({ name }) => name === naam);
    const definition = meta ?? parent.getFields()[naam];
    const target = definition === undefined ? undefined : getNamedType(definition.type);
    if (definition?.resolve === undefined || !isObjectType(target)) return;
    const args = getArgumentValues(definition, field, variables);
    const value = definition.resolve(source, args, undefined, { schema } as GraphQLResolveInfo);
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (one !== null && one !== undefined) visitSet(target, one, field.selectionSet);
    }
  };
  const visitSet = (parent: GraphQLObjectType, source: unknown, { selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) visitField(parent, source, selection);
      else {
        const set = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (set !== undefined) visitSet(parent, source, set.selectionSet);
      }
    }
  };
  const root = schema.getQueryType();
  if (root !== null && root !== undefined) visitSet(root, undefined, operation.selectionSet);
}

type FieldOf = Extract<SelectionSetNode['selections'][number], { kind: Kind.FIELD }>;
