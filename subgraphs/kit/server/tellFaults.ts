import type { ApolloServerPlugin } from '@apollo/server';
import type { SubgraphContext } from '../SubgraphContext';

const STORING = 'KETEN_STORING';
/** In which trace an error arose: what formats it, and logs it, gets nothing else of its request. */
const traces = new WeakMap<object, string>();

export function traceOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? traces.get(error) : undefined;
}

/** Tells the trace of a question that something of it could not be answered: by its code, and nothing else of it. */
export const tellFaults: ApolloServerPlugin<SubgraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue }) => {
        for (const error of errors) traces.set(error, contextValue.span.traceId);
        return Promise.resolve();
      },
      willSendResponse: ({ response: { body }, contextValue }) => {
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        if (errors.some(({ extensions }) => extensions?.code === STORING)) contextValue.span.failed(STORING);
        return Promise.resolve();
      },
    }),
};
