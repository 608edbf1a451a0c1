import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  Kind,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { schema } from './schema';

/** One place where a field stands: path in response keys, "@" for each item of a list, and the concrete type. */
export interface Standing {
  readonly path: string;
  readonly coordinate: string;
  readonly node: FieldNode;
  /** Response keys that stand below, on this concrete type of this field. */
  readonly below: readonly { readonly type: string; readonly keys: readonly string[] }[];
  /** What stands below can be any of several kinds of record: the path of one of them. */
  readonly union: string | null;
}

/**
 * Every field of an operation that stands, per concrete type, as graphql-js itself collects fields. `enter` says where
 * the walk goes on, `admit` into which members of a union; it shares no code with the room that it checks.
 */
export function walk(
  document: DocumentNode,
  variables: Record<string, unknown>,
  enter: (coordinate: string, node: FieldNode) => boolean,
  admit: (member: string) => boolean = () => true,
): Standing[] {
  const operation = getOperationAST(document)!;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  const found: Standing[] = [];
  const marks = (type: GraphQLOutputType): string =>
    isNonNullType(type) ? marks(type.ofType) : isListType(type) ? `.@${marks(type.ofType)}` : '';
  const visit = (type: GraphQLObjectType, fields: Map<string, readonly FieldNode[]>, path: string): void => {
    for (const [key, nodes] of fields) {
      const [node] = nodes;
      const name = node!.name.value;
      const here = path === '' ? key : `${path}.${key}`;
      const coordinate = `${type.name}.${name}`;
      if (name === '__typename') continue;
      const target = getNamedType(type.getFields()[name]!.type);
      const types = isAbstractType(target) ? schema.getPossibleTypes(target) : isObjectType(target) ? [target] : [];
      const subfields = types.map((one) => ({
        one,
        fields: collectSubfields(schema, fragments, variables, one, nodes as FieldNode[]),
      }));
      const below = subfields.map(({ one, fields: sub }) => ({ type: one.name, keys: [...sub.keys()] }));
      const item = `${here}${marks(type.getFields()[name]!.type)}`;
      found.push({ path: here, coordinate, node: node!, below, union: isUnionType(target) ? item : null });
      if (!enter(coordinate, node!)) continue;
      for (const { one, fields: sub } of subfields) {
        if (!isUnionType(target) || admit(one.name)) visit(one, sub, item);
      }
    }
  };
  const root = schema.getQueryType()!;
  visit(root, collectFields(schema, fragments, variables, root, operation.selectionSet), '');
  return found;
}
