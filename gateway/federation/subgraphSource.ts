import type { GraphQLDataSource } from '@apollo/gateway';
import { LRUCache } from 'lru-cache';
import { parse as parseJson } from 'secure-json-parse';
import type { Pool } from 'undici';
import type { FederationHooks } from './hooks';
import { type Asked, keepAsked, readAsked } from './keepAsked';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** How long one partner may take over one question, in ms: a partner's failure is that partner's alone. */
const TIMEOUT = 5_000;

/**
 * Asks one subgraph over kept-alive connections. Its answer is hostile input: what was not asked and keys that could
 * reach a prototype are dropped, and its error texts stay behind, since they may hold anything.
 */
export class SubgraphSource implements GraphQLDataSource {
  private readonly known = new LRUCache<string, Asked>({ max: 1_000 });

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
      const headers = await this.hooks.headers?.(
        { subgraph: this.subgraph, operation, body, representations: representationsIn(request.variables) },
        context,
      );
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
      return this.read(text, request, context);
    } catch (fault) {
      this.hooks.failed?.(this.subgraph, context);
      throw new Error(`subgraph ${this.subgraph} could not be asked`, { cause: fault });
    }
  }

  private read(text: string, { query = '', variables }: ProcessOptions['request'], context: unknown): Answer {
    const answer: unknown = parseJson(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
    if (typeof answer !== 'object' || answer === null) throw new Error('answered something else than an object');
    const { data, errors } = answer as { data?: unknown; errors?: unknown };
    if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error('answered without data');
    const asked = this.known.get(query) ?? readAsked(query);
    this.known.set(query, asked);
    const kept = keepAsked(asked, data) as Record<string, unknown>;
    if (variables !== undefined && 'representations' in variables) checkEntities(kept, variables['representations']);
    if (Array.isArray(errors) && errors.length > 0) this.hooks.failed?.(this.subgraph, context);
    return { data: kept };
  }
}

/** One answer for each entity asked: the executor pairs them by their place. */
function checkEntities({ _entities: entities }: Record<string, unknown>, representations: unknown): void {
  const asked = Array.isArray(representations) ? representations.length : 0;
  if (Array.isArray(entities) && entities.length === asked && !entities.some(Array.isArray)) return;
  throw new Error('answered another number of entities than was asked');
}

function representationsIn(variables: Record<string, unknown> | undefined): readonly unknown[] {
  const given = variables?.['representations'];
  return Array.isArray(given) ? given : [];
}
