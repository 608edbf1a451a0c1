import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseDatum } from '../../../schema/domain/datum';

function parse(value: unknown): string {
  try {
    return parseDatum(value);
  } catch (fout) {
    throw new GraphQLError(fout instanceof Error ? fout.message : 'Geen Datum.');
  }
}

export const Datum = new GraphQLScalarType<string, string>({
  name: 'Datum',
  description: 'Een dag, geschreven als JJJJ-MM-DD (ISO 8601).',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});
