import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { describeFault } from './describeFault';
import { graphqlError } from './graphqlError';
import type { Tls } from './readTls';

const MAX_BODY = 1024 * 1024;
/** A delegation names every verlening of the fetch: a chain of thirty parties makes a long header. */
const MAX_HEADERS = 128 * 1024;

/** The HTTP side: bodies stay bytes, errors have one shape, logs hold no content. */
export function createHttp(logLevel: string, tls: Tls | null): FastifyInstance {
  const logger: FastifyBaseLogger = pino({ level: logLevel, base: null, serializers: { err: describeFault } });
  const app = fastify({
    loggerInstance: logger,
    // Fastify's own lines name the address of who asks and the messages of errors.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY,
    forceCloseConnections: 'idle',
    ...(tls === null
      ? { http: { maxHeaderSize: MAX_HEADERS } }
      : { https: { ...tls, requestCert: true, rejectUnauthorized: true, maxHeaderSize: MAX_HEADERS } }),
    requestTimeout: 30_000,
  });
  app.decorateRequest('delegatie', null);
  app.decorateRequest('span', null);
  // The digest of the delegation is over the bytes as they came, whatever they say they are.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    request.log.info(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(graphqlError('KETEN_ONBEKEND', 'Hier is niets.')));
  app.setErrorHandler((error: unknown, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error(describeFault(error), 'a request failed');
    const text = status >= 500 ? 'De bron kon dit verzoek niet beantwoorden.' : 'Het verzoek is niet leesbaar.';
    return reply.code(status).send(graphqlError(status >= 500 ? 'KETEN_STORING' : 'KETEN_ONLEESBAAR', text));
  });
  return app;
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
