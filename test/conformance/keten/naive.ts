import { type GraphQLSchema, executeSync, getNamedType, isUnionType, parse } from 'graphql';
import { TABEL, type Verlof, isGranted } from './tabel';
import { type Ding, ELDERS, type Wereld } from './wereld';

/**
 * The answer as one who has the whole world would write it: graphql-js over the data, null where it is not granted, and of
 * a union only who may be known to be there.
 */
export function naiveAnswer(
  schema: GraphQLSchema,
  wereld: Wereld,
  verlof: Verlof,
  query: string,
  variableValues: Readonly<Record<string, unknown>>,
): unknown {
  return executeSync({
    schema,
    document: parse(query),
    variableValues,
    rootValue: { casus: ({ id }: { id: string }) => (id === wereld.casus['id'] ? wereld.casus : null) },
    typeResolver: (value) => (value as Ding).__typename,
    fieldResolver: (
      source: Ding,
      args: Readonly<Record<string, unknown>>,
      _context,
      { parentType, fieldName, fieldNodes, returnType },
    ) => {
      const given = (fieldNodes[0]?.arguments ?? []).map(({ name }) => name.value);
      if (!isGranted(verlof, `${parentType.name}.${fieldName}`, given)) return null;
      const value = source[fieldName];
      const found = typeof value === 'function' ? (value as (given: object) => unknown)(args) : value;
      const inUnion = isUnionType(getNamedType(returnType));
      return keep(found, ({ __typename: type, bronhouder }) => {
        if (TABEL[`${type}.bronhouder`] === undefined) return true;
        return bronhouder !== ELDERS && (!inUnion || isGranted(verlof, `${type}.bronhouder`, []));
      });
    },
  }).data;
}

/** Without the objects that may not be known to be there: they leave their lists, however deep. */
function keep(value: unknown, stays: (one: Ding) => boolean): unknown {
  if (Array.isArray(value)) {
    const isThere = (one: unknown): boolean => !isDing(one) || stays(one);
    return value.filter(isThere).map((one) => keep(one, stays));
  }
  return isDing(value) && !stays(value) ? null : value;
}

function isDing(value: unknown): value is Ding {
  return typeof value === 'object' && value !== null && '__typename' in value;
}
