import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { MOST_FETCH_TOKENS } from '../../../schema/domain/fetchgrens';
import type { SubgraphContext } from '../SubgraphContext';
import { createFormatError } from './formatError';
import { tellHerkomst } from './tellHerkomst';
import { tellFaults } from './tellFaults';

/** Apollo Server with everything off that tells more than was asked, or tells it to others. */
export function createApollo(schema: GraphQLSchema, log: FastifyBaseLogger): ApolloServer<SubgraphContext> {
  return new ApolloServer<SubgraphContext>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: MOST_FETCH_TOKENS },
    formatError: createFormatError(log),
    logger: quiet(log),
    plugins: [
      tellHerkomst,
      tellFaults,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** Apollo logs messages of errors, which can hold data: only that it had something to say is kept. */
function quiet(log: FastifyBaseLogger) {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => {
      log.warn('apollo warned');
    },
    error: () => {
      log.error('apollo reported an error');
    },
  };
}
