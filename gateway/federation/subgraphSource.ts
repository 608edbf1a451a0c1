import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { parse as parseJson } from 'secure-json-parse';
import type { Pool } from 'undici';
import type { FederationHooks, Underway } from './hooks';
import { type Asked, keepAsked, readAsked, readNames } from './keepAsked';
import { Bronfout, PROTECTION, type Protected, protectSource } from './protectSource';
import { readVerteld } from './readVerteld';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;
/** An answer, and whether it is without errors. */
interface Read {
  readonly answer: Answer;
  readonly whole: boolean;
}

/** What goes wrong on the way there, before anything is answered. */
const ON_THE_WAY = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'];
/** What stands before a source says that it is not there now. */
const NOT_NOW = [502, 503, 504];

/**
 * Asks one subgraph over kept-alive connections. Its answer is hostile input: what was not asked and keys that could
 * reach a prototype are dropped, and its error texts stay behind, since they may hold anything.
 */
export class SubgraphSource implements GraphQLDataSource {
  private readonly protect: Protected;
  private readonly known = new LRUCache<string, { asked: Asked; names: ReadonlySet<string> }>({ max: 1_000 });

  constructor(
    private readonly subgraph: string,
    private readonly pool: Pool,
    private readonly path: string,
    private readonly hooks: FederationHooks,
    /** Whether what a source says of its errors may leave: not where anybody listens for its failures. */
    private readonly tellsErrors: boolean,
  ) {
    this.protect = protectSource(hooks.protection ?? PROTECTION, (alone) => hooks.left?.(subgraph, alone));
  }

  async process({ request, context }: ProcessOptions): Promise<Answer> {
    const operation = request.query ?? '';
    const planned = representationsIn(request.variables);
    const representations = this.hooks.sends?.(this.subgraph, planned, context) ?? planned;
    const variables = { ...request.variables, ...(planned.length === 0 ? {} : { representations }) };
    const body = JSON.stringify({ query: operation, variables });
    const fetch = { subgraph: this.subgraph, operation, body, representations };
    // What was asked twice would be changed twice.
    const harmless = !operation.startsWith('mutation');
    let underway: Underway | undefined;
    try {
      const ask = async (signal: AbortSignal): Promise<Read> => {
        // What is stated of a question holds for one time it is asked.
        const headers = (await this.hooks.headers?.(fetch, context)) ?? {};
        const text = await this.send(body, { ...headers, ...underway?.along }, signal);
        try {
          return this.read(text, request, context);
        } catch (fault) {
          throw new Bronfout(fault, false);
        }
      };
      await this.hooks.leaving?.(fetch, context);
      underway = this.hooks.begins?.(fetch, context);
      const { answer, whole } = await this.protect(ask, harmless);
      underway?.ended(whole);
      return answer;
    } catch (fault) {
      underway?.ended(false);
      this.hooks.failed?.(this.subgraph, context);
      throw new Error(`subgraph ${this.subgraph} could not be asked`, { cause: fault });
    }
  }

  private async send(body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<string> {
    let status: number | null = null;
    try {
      const answer = await this.pool.request({
        method: 'POST',
        path: this.path,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body,
        signal,
      });
      status = answer.statusCode;
      const text = await answer.body.text();
      if (status !== 200) throw new Error(`answered ${String(status)}`);
      return text;
    } catch (fault) {
      const onTheWay = fault instanceof Error && 'code' in fault && ON_THE_WAY.includes(String(fault.code));
      throw new Bronfout(fault, status === null ? onTheWay : NOT_NOW.includes(status));
    }
  }

  private read(text: string, { query = '', variables }: ProcessOptions['request'], context: unknown): Read {
    const answer: unknown = parseJson(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
    if (typeof answer !== 'object' || answer === null) throw new Error('answered something else than an object');
    const { data, errors, extensions } = answer as { data?: unknown; errors?: unknown; extensions?: unknown };
    const told = this.tellsErrors ? readErrors(errors) : [];
    if (told.length > 0 && (data === null || data === undefined))
      return { answer: { data: null, errors: told }, whole: false };
    if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error('answered without data');
    const { asked, names } = this.known.get(query) ?? { asked: readAsked(query), names: readNames(query) };
    this.known.set(query, { asked, names });
    const kept = keepAsked(asked, data) as Record<string, unknown>;
    const explained = told.length > 0 && kept['_entities'] === null;
    if (variables !== undefined && 'representations' in variables && !explained) {
      checkEntities(kept, variables['representations']);
    }
    const whole = !Array.isArray(errors) || errors.length === 0;
    if (!whole) this.hooks.failed?.(this.subgraph, context);
    this.tell(extensions, names, variables, context);
    return { answer: told.length > 0 ? { data: kept, errors: told } : { data: kept }, whole };
  }

  private tell(
    extensions: unknown,
    names: ReadonlySet<string>,
    variables: Record<string, unknown> = {},
    context: unknown,
  ): void {
    if (this.hooks.told === undefined || extensions === undefined) return;
    const sent = 'representations' in variables ? new Set(representationsIn(variables).flatMap(idOf)) : null;
    this.hooks.told(this.subgraph, readVerteld(extensions, names, sent), context);
  }
}

function idOf(representation: unknown): string[] {
  const given = typeof representation === 'object' && representation !== null && 'id' in representation;
  return given && typeof representation.id === 'string' ? [representation.id] : [];
}

function readErrors(errors: unknown): GraphQLFormattedError[] {
  const isError = (one: unknown): one is GraphQLFormattedError =>
    typeof one === 'object' && one !== null && 'message' in one && typeof one.message === 'string';
  return Array.isArray(errors) ? errors.filter(isError) : [];
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
