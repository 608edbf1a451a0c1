import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse as parseJson } from 'secure-json-parse';
import type { Delegatie, Delegatietype } from '../../../schema/domain/delegatie';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import { endRequest } from '../../../schema/tracing/endRequest';
import type { Span, Tracing } from '../../../schema/tracing/span';
import { graphqlError } from '../server/graphqlError';
import type { DelegationCheck } from './DelegationCheck';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireDelegation`, for routes that have it. */
    delegatie: Delegatie | null;
    /** Set with it. */
    span: Span | null;
  }
}

export type RequireDelegation = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** One text for every cause: who holds no delegation is told nothing. */
export const GEEN_DELEGATIE = graphqlError(
  'KETEN_GEEN_DELEGATIE',
  'Deze bron antwoordt alleen op een geldig ondertekend verzoek van de hub.',
);
const GEEN_JSON = graphqlError('KETEN_ONLEESBAAR', 'Het verzoek is geen JSON-object.');

/**
 * A route's preHandler. Until the delegation holds, the body is bytes and nothing else: not parsed, not executed. Then
 * it must be a JSON object.
 */
export function requireDelegation(
  check: DelegationCheck,
  typ: Delegatietype,
  tracing: Pick<Tracing, 'request'>,
): RequireDelegation {
  return async (request, reply) => {
    const token = request.headers[DELEGATIE_HEADER];
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    try {
      if (typeof token !== 'string') throw new Error('no delegation');
      request.delegatie = await check.verify(token, body, typ);
    } catch (error) {
      // The cause is for the partner's own log; these messages hold nothing of the request.
      request.log.warn({ oorzaak: error instanceof Error ? error.name : 'unknown' }, 'delegation refused');
      return reply.code(401).send(GEEN_DELEGATIE);
    }
    // Who is not let in is not traced, and gives no line of the log its name.
    traceRequest(request, reply, tracing);
    request.body = readObject(body);
    return request.body === undefined ? reply.code(400).send(GEEN_JSON) : undefined;
  };
}

function traceRequest(request: FastifyRequest, reply: FastifyReply, tracing: Pick<Tracing, 'request'>): void {
  const { traceparent } = request.headers;
  const span = tracing.request(typeof traceparent === 'string' ? traceparent : undefined, reply.elapsedTime);
  request.span = span;
  request.log = request.log.child({ trace: span.traceId });
  reply.log = request.log;
  reply.raw.once('close', () => {
    endRequest(span, request.routeOptions.url ?? '', reply.raw.writableFinished ? reply.raw.statusCode : null);
  });
}

function readObject(body: Buffer): object | undefined {
  try {
    const value: unknown = parseJson(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
