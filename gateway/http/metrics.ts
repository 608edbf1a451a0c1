import { type FastifyInstance, fastify } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics, register as ofProcess } from 'prom-client';

/** Counts of the hub, for whoever watches it. Labels are codes and routes: never a person, a casus or a partner. */
export interface Metrics {
  answered(route: string, status: number, ms: number): void;
  fault(what: string): void;
  /** A question was refused for being larger than this. */
  exceeded(limit: string): void;
  /** A source is left alone, or no longer is. */
  left(subgraph: string, alone: boolean): void;
  /** Requests are counted together with other processes, or no longer are. */
  shared(shared: boolean): void;
  readonly server: FastifyInstance;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  // Of the process there is one set, however many hubs run in it: what measures its delays is never stopped.
  if (ofProcess.getMetricsAsArray().length === 0) collectDefaultMetrics();
  const requests = new Histogram({
    name: 'ketenhub_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const faults = new Counter({
    name: 'ketenhub_faults_total',
    help: 'Faults that denied something: undecided, held back, a source that failed.',
    labelNames: ['fault'],
    registers: [registry],
  });
  const limits = new Counter({
    name: 'ketenhub_limits_exceeded_total',
    help: 'Questions refused for their size, their shape or their number, by limit.',
    labelNames: ['limit'],
    registers: [registry],
  });
  const left = new Gauge({
    name: 'ketenhub_source_left_alone',
    help: '1: the source failed again and again, and is not asked for now.',
    labelNames: ['subgraph'],
    registers: [registry],
  });
  const shared = new Gauge({
    name: 'ketenhub_counts_shared',
    help: '1: requests are counted in Redis, with those of other processes.',
    registers: [registry],
  });
  const all = Registry.merge([ofProcess, registry]);
  const server = fastify({ logger: false });
  server.get('/metrics', async (_request, reply) => reply.type(all.contentType).send(await all.metrics()));
  return {
    server,
    answered: (route, status, ms) => {
      requests.observe({ route, status: String(status) }, ms / 1000);
    },
    fault: (what) => {
      faults.inc({ fault: what });
    },
    exceeded: (limit) => {
      limits.inc({ limit });
    },
    shared: (now) => {
      shared.set(now ? 1 : 0);
    },
    left: (subgraph, alone) => {
      left.set({ subgraph }, alone ? 1 : 0);
    },
  };
}
