import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Logger } from 'pino';
import { formatError } from './formatError';
import { MOST_TOKENS, limits } from './limits';

/**
 * Apollo Server in front of the hub, with everything off that tells, keeps or sends more than was asked.
 *
 * @param unread is told of each request that can't be read as a question, before it is answered that it can't.
 */
export function createApollo<Context extends object>(
  gateway: GatewayInterface,
  log: Logger,
  unread: (context: Context) => Promise<void>,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway,
    // Answered by the hub itself, from the types that the requester could ever see.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    status400ForVariableCoercionErrors: true,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationRules: [limits],
    formatError,
    nodeEnv: 'production',
    // Messages of errors may hold data: only that there was something to say is kept.
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => {
        log.error('apollo reported an error');
      },
    },
    plugins: [
      {
        requestDidStart: async ({ contextValue }) => {
          const ended = async (fouten?: unknown): Promise<void> => {
            if (fouten !== undefined) await unread(contextValue);
          };
          return { parsingDidStart: async () => ended, validationDidStart: async () => ended };
        },
      },
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
