import { type GraphQLSchema, Kind, isScalarType } from 'graphql';
import { parseDatum } from '../schema/domain/datum';

/**
 * Gives the scalars of the graph their meaning in a schema that was read from text, where they would let anything
 * through: a mistyped date is then told to who typed it, and no source is bothered with it.
 */
export function readScalars(schema: GraphQLSchema): GraphQLSchema {
  const datum = schema.getType('Datum');
  if (isScalarType(datum)) {
    datum.parseValue = parseDatum;
    datum.parseLiteral = (node) => parseDatum(node.kind === Kind.STRING ? node.value : null);
  }
  return schema;
}
