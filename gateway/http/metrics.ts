import { type FastifyInstance, fastify } from 'fastify';
import type { Registerregel, Registersoort } from '../../schema/domain/registerregel';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics, register as ofProcess } from 'prom-client';

/** Counts of the hub, for whoever watches it. Labels are codes, routes and organisations: never a person or a casus. */
export interface Metrics {
  answered(route: string, status: number, ms: number): void;
  /** A line is in the register: what came of a request of a partner, and what of it was refused, and why. */
  registered(regel: Pick<Registerregel, 'soort' | 'partner' | 'code' | 'weigeringen' | 'onbeslist'>): void;
  /** Does the work of one question of a partner, and measures how long that takes. */
  during<T>(partner: string, work: () => Promise<T>): Promise<T>;
  fault(what: string): void;
  /** A question was refused for being larger than this. */
  exceeded(limit: string): void;
  /** A source is left alone, or no longer is. */
  left(subgraph: string, alone: boolean): void;
  /** Requests are counted together with other processes, or no longer are. */
  shared(shared: boolean): void;
  readonly server: FastifyInstance;
}

/** Lines that end a request, or a look. */
const ENDS: ReadonlySet<Registersoort> = new Set(['ANTWOORD', 'INZAGE', 'GEWEIGERD']);

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
  const outcomes = new Counter({
    name: 'ketenhub_outcomes_total',
    help: 'What came of requests, by partner: ANTWOORD, INZAGE, or the code of what was refused whole.',
    labelNames: ['partner', 'outcome'],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'ketenhub_refusals_total',
    help: 'Fields refused in answers, by partner and reason.',
    labelNames: ['partner', 'reden'],
    registers: [registry],
  });
  const undecided = new Counter({
    name: 'ketenhub_undecided_total',
    help: 'Fields that could not be decided, and so were not given, by partner.',
    labelNames: ['partner'],
    registers: [registry],
  });
  const work = new Histogram({
    name: 'ketenhub_work_seconds',
    help: 'Time from plan to release of one question, by partner.',
    labelNames: ['partner'],
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
    registered: ({ soort, partner, code, weigeringen, onbeslist }) => {
      if (partner === null || !ENDS.has(soort)) return;
      outcomes.inc({ partner, outcome: code ?? soort });
      for (const { reden } of weigeringen) refusals.inc({ partner, reden });
      if (onbeslist.length > 0) undecided.inc({ partner }, onbeslist.length);
    },
    during: (partner, one) => {
      const end = work.startTimer({ partner });
      return one().finally(end);
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
