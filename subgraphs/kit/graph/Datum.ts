import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const VORM = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar. The message never repeats the value: it may be personal data. */
function parseDatum(value: unknown): string {
  if (typeof value === 'string' && VORM.test(value)) {
    const moment = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError('Een Datum is een bestaande dag, geschreven als JJJJ-MM-DD.');
}

export const Datum = new GraphQLScalarType<string, string>({
  name: 'Datum',
  description: 'Een dag, geschreven als JJJJ-MM-DD (ISO 8601).',
  serialize: parseDatum,
  parseValue: parseDatum,
  parseLiteral: (node) => parseDatum(node.kind === Kind.STRING ? node.value : null),
});
