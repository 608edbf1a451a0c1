import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { Hubfout } from '../../schema/domain/hubfout';
import { toGraphQLError } from './formatError';
import { isQuestion } from './isQuestion';
import { refuseBytes } from './refuseBytes';
import { ANSWERS_IN, wantsJson } from './wantsJson';
import { shareAsked } from '../../schema/shareAsked';

/** How long the headers of a request may take to come in, in ms: less than all of it. */
const HEADERS_TIME = 10_000;
const UNREADABLE_ADDRESS = 'Het adres van het verzoek is niet leesbaar.';
const UNREADABLE = 'Het verzoek is niet leesbaar: verwacht wordt JSON met "query" en eventueel "variables".';
/** What is wrong with a request that is not even looked into: code and message, by status. */
const WRONG_BYTES: Readonly<Record<number, (bytes: number) => readonly [code: string, message: string]>> = {
  406: () => ['BAD_REQUEST', `Het antwoord komt als ${ANSWERS_IN.join(' of ')}, en de kop "Accept" wil iets anders.`],
  413: (bytes) => ['HUB_LIMIET', `Het verzoek is groter dan ${String(Math.floor(bytes / 1024))} kB.`],
  415: () => ['BAD_REQUEST', 'De kop "Content-Type: application/json" ontbreekt.'],
};
/** Pages on this machine may ask the demo from a browser; nobody else. */
const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;

/** The doors of the hub. */
export interface Doors<Context extends object> {
  readonly apollo: ApolloServer<Context>;
  /** Who asks, and what the headers say. Throws Hubfout. The request came so many milliseconds ago. */
  open(request: FastifyRequest, since: number): Promise<Context>;
  /** Which parts are there, and what keeps a newer version of the rules from coming into force. */
  ready(): Promise<{
    readonly delen: Readonly<Record<string, boolean>>;
    /** Whether each source is asked now, or left alone for failing again and again. The failure of one stops nobody else. */
    readonly bronnen: Readonly<Record<string, 'GEVRAAGD' | 'MET_RUST'>>;
    /** How requests are counted: with other processes, or by this one. */
    readonly tellingen: 'SAMEN' | 'PER_PROCES' | 'REDIS_ONBEREIKBAAR';
    /** Digest of the coordinate table in force. */
    readonly tabel: string;
    readonly achterstand: readonly string[];
    /** By which a partner can check, and witness, how far the register is. */
    readonly registersleutel: string;
  }>;
  /** This request is no question, and is answered under this code. Throws Hubfout: that is the answer then. */
  unread(context: Context, code: string): Promise<void>;
  /** The answer to this request was ready, and its caller was gone. */
  undelivered(context: Context): void;
  /** This request is over, by this status; null: its caller was gone. */
  ended(context: Context, status: number | null): void;
  /** A request was answered: by which code, in how many milliseconds. */
  answered(route: string, status: number, ms: number): void;
}

export interface HttpOptions {
  readonly demo: boolean;
  readonly log: Logger;
  /** How large a request may be, in bytes, and how long it may take to come in. */
  readonly limits: { readonly bytes: number; readonly seconds: number };
}

/** HTTP: POST /graphql, GET /health/live and /health/ready. Errors have one shape. */
export async function createServer<Context extends object>(
  doors: Doors<Context>,
  { demo, log, limits: { bytes, seconds } }: HttpOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: bytes,
    requestTimeout: seconds * 1_000,
    // Who is slow on purpose is looked for each second.
    http: { headersTimeout: Math.min(HEADERS_TIME, seconds * 1_000), connectionsCheckingInterval: 1_000 },
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseBytes,
    frameworkErrors: (_fout, _request, reply) => {
      send(reply, 400, 'BAD_REQUEST', UNREADABLE_ADDRESS);
    },
    routerOptions: { ignoreTrailingSlash: false },
  });
  // A form of a page can send text, and a question never comes as that.
  app.removeContentTypeParser('text/plain');
  if (demo) {
    await app.register(cors, {
      origin: [LOCAL_ORIGIN],
      methods: ['POST'],
      allowedHeaders: ['authorization', 'content-type', 'keten-casus', 'keten-doel', 'keten-rol', 'traceparent'],
      maxAge: 600,
    });
  }
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer');
  });
  app.addHook('onResponse', async (request, reply) => {
    doors.answered(request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime);
  });
  app.setNotFoundHandler((_request, reply) =>
    send(reply, 404, 'HUB_ONBEKEND', 'Hier is niets: vraag het aan POST /graphql.'),
  );
  const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const context = await doors.open(request, reply.elapsedTime);
    reply.raw.once('close', () => {
      doors.ended(context, reply.raw.writableFinished ? reply.raw.statusCode : null);
    });
    return context;
  };
  /** What could not even be read is written down of whom we know: of a stranger there is nobody to write it down of. */
  const writeUnread = async (request: FastifyRequest, reply: FastifyReply, code: string): Promise<Hubfout | null> => {
    try {
      await doors.unread(await enter(request, reply), code);
    } catch (fout) {
      if (fout instanceof Hubfout) return fout.status === 401 ? null : fout;
      log.error({ fout: fout instanceof Error ? fout.name : 'unknown' }, 'a request failed');
      return new Hubfout('HUB_ONBESLIST', 'Er ging iets mis; er is niets verstrekt.');
    }
    return null;
  };
  app.setErrorHandler(async (fout: unknown, request, reply) => {
    if (fout instanceof Hubfout) return send(reply, fout.status, fout.code, fout.message);
    const status = statusOf(fout);
    if (status >= 500) {
      log.error({ fout: fout instanceof Error ? fout.name : 'unknown' }, 'a request failed');
      return send(reply, 500, 'HUB_STORING', 'Er ging iets mis; er is niets verstrekt.');
    }
    const [code, message] = WRONG_BYTES[status]?.(bytes) ?? ['BAD_REQUEST', UNREADABLE];
    const instead = request.routeOptions.url === '/graphql' ? await writeUnread(request, reply, code) : null;
    if (instead === null) return send(reply, status, code, message);
    if (instead.wait !== null) reply.header('retry-after', String(instead.wait));
    return send(reply, instead.status, instead.code, instead.message);
  });
  app.post('/graphql', {
    preHandler: async (request) => {
      if (!wantsJson(request.headers.accept)) throw Object.assign(new Error('not acceptable'), { statusCode: 406 });
    },
    handler: fastifyApolloHandler(doors.apollo, {
      context: async (request, reply) => {
        try {
          const context = await enter(request, reply);
          if (!isQuestion(request.body)) {
            await doors.unread(context, 'BAD_REQUEST');
            throw new GraphQLError(UNREADABLE, { extensions: { code: 'BAD_REQUEST' } });
          }
          reply.raw.once('close', () => {
            if (!reply.raw.writableFinished && reply.raw.statusCode === 200) doors.undelivered(context);
          });
          return context;
        } catch (fout) {
          throw toGraphQLError(fout);
        }
      },
    }),
  });
  app.get('/health/live', () => ({ status: 'ok' }));
  const ready = shareAsked(() => doors.ready());
  app.get('/health/ready', async (_request, reply) => {
    const { delen, bronnen, tellingen, tabel, achterstand, registersleutel } = await ready();
    // Older rules that are good still serve: that is told, and is no reason to send requests elsewhere.
    const regels = achterstand.length === 0 ? 'actueel' : { vorigeRevisie: true, achterstand };
    return reply
      .code(Object.values(delen).every(Boolean) ? 200 : 503)
      .send({ ...delen, bronnen, tellingen, tabel, regels, registersleutel });
  });
  return app;
}

function send(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

function statusOf(fout: unknown): number {
  const status = typeof fout === 'object' && fout !== null && 'statusCode' in fout ? fout.statusCode : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
