import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import { describeFault } from './describeFault';
import { traceOf } from './tellFaults';

/** Codes whose text is of the kit or of GraphQL itself, and says nothing of any datum. */
const OWN = new Set(['KETEN_NIET_VERLEEND']);
const OF_THE_QUESTION = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** What leaves of an error. A fault says only that there was one; messages of a store can hold data of a person. */
export function createFormatError(log: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code;
    const place = formatted.path === undefined ? {} : { path: formatted.path };
    if (typeof code === 'string' && OWN.has(code))
      return { message: formatted.message, ...place, extensions: { code } };
    if (typeof code === 'string' && OF_THE_QUESTION.has(code)) {
      return { message: 'De vraag past niet op het schema van deze bron.', extensions: { code } };
    }
    if (code === 'BAD_USER_INPUT') {
      return {
        message: 'Een argument of variabele heeft niet de vorm die het schema vraagt.',
        ...place,
        extensions: { code },
      };
    }
    const fault = describeFault(unwrapResolverError(error));
    log.error({ ...fault, trace: traceOf(error) }, 'a field could not be answered');
    return { message: 'De bron kon dit niet geven.', ...place, extensions: { code: 'KETEN_STORING' } };
  };
}
