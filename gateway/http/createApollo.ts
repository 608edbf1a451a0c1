import { ApolloServer, type GraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Hubfout } from '../../schema/domain/hubfout';
import { formatError } from './formatError';
import { MOST_TOKENS, limits } from './limits';

/** What the caller gets when a request that could not be read could not be written down either. */
function refusalOf(fout: unknown): GraphQLFormattedError & { readonly status: number } {
  if (fout instanceof Hubfout) return { message: fout.message, extensions: { code: fout.code }, status: fout.status };
  return { ...formatError({ message: '' }, fout), status: 500 };
}

/** The code by which a request is refused: of several errors, that of the first. */
function codeOf({ body }: Pick<GraphQLResponse, 'body'>): string {
  const code = body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.['code'] : undefined;
  return typeof code === 'string' ? code : 'HUB_STORING';
}

/**
 * Apollo Server in front of the hub, with everything off that tells, keeps or sends more than was asked.
 *
 * @param unread is told of each request that can't be read as a question, and by which code it is answered that it can't,
 *   before it is. Throws Hubfout: that is the answer then.
 */
export function createApollo<Context extends object>(
  gateway: GatewayInterface,
  log: Logger,
  unread: (context: Context, code: string) => Promise<void>,
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
          let read = false;
          return {
            executionDidStart: async () => {
              read = true;
            },
            // Not where parsing or validation ends: those hooks Apollo does not await, and this one it does.
            willSendResponse: async ({ response }) => {
              if (read) return;
              await unread(contextValue, codeOf(response)).catch((fout: unknown) => {
                const { status, ...error } = refusalOf(fout);
                response.http.status = status;
                response.body = { kind: 'single', singleResult: { errors: [error] } };
              });
            },
          };
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
