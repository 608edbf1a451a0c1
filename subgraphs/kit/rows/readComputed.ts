import { isLeafType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Labels } from '../graph/readLabels';

/**
 * The fields that a partner says it computes from rows it judged itself. Only one plain value can be such: what holds
 * rows is always filtered by the kit.
 *
 * @throws Error for a coordinate that is not there, has no label, or is not one plain value.
 */
export function readComputed(
  schema: GraphQLSchema,
  labels: Labels,
  coordinaten: readonly string[],
): ReadonlySet<string> {
  for (const coordinaat of coordinaten) {
    const [type, name] = coordinaat.split('.') as [string, string];
    const object = schema.getType(type);
    const field = isObjectType(object) ? object.getFields()[name] : undefined;
    if (field === undefined || !isLeafType(field.type) || !labels.categorieen.has(coordinaat)) {
      throw new Error(`${coordinaat}: only a labelled field of one plain value can be computed from rows`);
    }
  }
  return new Set(coordinaten);
}
