import type { GraphQLDataSource } from '@apollo/gateway';
import { parse as parseJson } from 'secure-json-parse';
import type { Pool } from 'undici';
import type { FederationHooks } from './hooks';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** How long one partner may take over one question, in ms: a partner's failure is that partner's alone. */
const TIMEOUT = 5_000;

/**
 * Asks one subgraph over kept-alive connections. Its answer is hostile input: keys that could reach a prototype are
 * dropped, and its error texts stay behind, since they may hold anything.
 */
export class SubgraphSource implements GraphQLDataSource {
  constructor(
    private readonly subgraph: string,
    private readonly pool: Pool,
    private readonly path: string,
    private readonly hooks: FederationHooks,
  ) {}

  async process({ request, context }: ProcessOptions): Promise<Answer> {
    const operation = request.query ?? '';
    const body = JSON.stringify({ query: operation, variables: request.variables ?? {} });
    try {
      const headers = await this.hooks.headers?.({ subgraph: this.subgraph, operation, body }, context);
      const answer = await this.pool.request({
        method: 'POST',
        path: this.path,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body,
        headersTimeout: TIMEOUT,
        bodyTimeout: TIMEOUT,
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200) throw new Error(`answered ${String(answer.statusCode)}`);
      return this.read(text, context);
    } catch (fault) {
      this.hooks.failed?.(this.subgraph, context);
      throw new Error(`subgraph ${this.subgraph} could not be asked`, { cause: fault });
    }
  }

  private read(text: string, context: unknown): Answer {
    const answer: unknown = parseJson(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
    if (typeof answer !== 'object' || answer === null) throw new Error('answered something else than an object');
    const { data, errors } = answer as { data?: unknown; errors?: unknown };
    if (typeof data !== 'object') throw new Error('answered without data');
    if (Array.isArray(errors) && errors.length > 0) this.hooks.failed?.(this.subgraph, context);
    return { data: data as Record<string, unknown> | null };
  }
}
