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
import type { QuestionLimits } from '../../schema/domain/questionLimits';
import { TOO_MANY_TOKENS, formatError } from './formatError';
import { createLimits } from './limits';

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

export interface ApolloOptions<Context> {
  readonly log: Logger;
  readonly limits: QuestionLimits;
  /** A question was larger than this. */
  readonly exceeded: (limit: keyof QuestionLimits) => void;
  /**
   * This request can't be read as a question, and is about to be answered so, by this code. Throws Hubfout: that is the
   * answer then.
   */
  readonly unread: (context: Context, code: string) => Promise<void>;
}

/** Apollo Server in front of the hub, with everything off that tells, keeps or sends more than was asked. */
export function createApollo<Context extends object>(
  gateway: GatewayInterface,
  { log, limits, exceeded, unread }: ApolloOptions<Context>,
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
    parseOptions: { maxLexicalTokens: limits.tokens },
    validationRules: [createLimits(limits, exceeded)],
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
            parsingDidStart: async () => async (fout) => {
              if (TOO_MANY_TOKENS.test(fout?.message ?? '')) exceeded('tokens');
            },
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
