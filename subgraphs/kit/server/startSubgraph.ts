import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Delegatie } from '../../../schema/domain/delegatie';
import type { Environment } from '../../../schema/environment';
import { shareAsked } from '../../../schema/shareAsked';
import { openTracing } from '../../../schema/tracing/openTracing';
import { type Bezwaren, readBezwaren } from '../bronbesluiten/Bezwaren';
import type { BronbesluitenDB } from '../bronbesluiten/BronbesluitenDB';
import { serveBronbesluiten } from '../bronbesluiten/serveBronbesluiten';
import type { VrijgavenDB } from '../loaders/vrijgaveLoader';
import { DelegationCheck } from '../delegation/DelegationCheck';
import { HubKeys } from '../delegation/HubKeys';
import { requireDelegation } from '../delegation/requireDelegation';
import { openSource } from '../source/openSource';
import type { SeedOptions } from '../source/seed';
import type { SubgraphDefinition } from '../SubgraphDefinition';
import type { World } from '../synthetic/world';
import { createApollo } from './createApollo';
import { createContext } from './createContext';
import { createHttp } from './createHttp';
import { createLockedSchema } from './createLockedSchema';
import { hostOf } from './hostOf';
import { readSettings } from './readSettings';

export interface StartOptions {
  readonly env?: Environment;
  /** Told of every statement that the source runs. */
  readonly onStatement?: (text: string) => void;
  /** The synthetic world, if not that of the kit. */
  readonly createWorld?: (options: SeedOptions) => World;
}

export interface RunningSubgraph {
  /** Where it answers, with the path. */
  readonly url: string;
  readonly app: FastifyInstance;
  /** Lets go of the port and the store once running requests are answered. */
  close(): Promise<void>;
}

/**
 * Serves a partner's part of the graph: `POST /graphql` for the hub only, and health.
 *
 * @throws Error when a setting, the store or the schema is unusable; nothing listens then.
 */
export async function startSubgraph<DB, Loaders>(
  definition: SubgraphDefinition<DB, Loaders>,
  { env = process.env, onStatement, createWorld = generateWorld }: StartOptions = {},
): Promise<RunningSubgraph> {
  const { subgraaf } = definition;
  const settings = readSettings(subgraaf, env);
  const demo = settings.mode === 'demo';
  const host = hostOf(subgraaf);
  const schema = createLockedSchema(definition, host);
  const keys = new HubKeys(settings.jwksFile, demo);
  // In the demo the hub may still have to make its key; in production it is there, and fit, or nothing starts.
  if (!demo) await keys.load();
  const check = new DelegationCheck(subgraaf, keys);
  const source = await openSource(definition.source, {
    subgraaf,
    databaseUrl: settings.databaseUrl,
    dir: settings.dir,
    demo: demo ? { seed: settings.seed, size: settings.size, createWorld } : null,
    ...(onStatement === undefined ? {} : { onStatement }),
  });
  const app = createHttp(settings.logLevel, settings.tls);
  const apollo = createApollo(schema, app.log);
  const tracing = openTracing({
    url: settings.tracesUrl,
    service: `ketenhub-${subgraaf}`,
    fault: (what) => {
      app.log.error(what);
    },
  });
  await apollo.start();

  app.get('/health/live', () => ({ status: 'ok' }));
  const ready = shareAsked(async () => {
    const works = (part: Promise<unknown>): Promise<boolean> =>
      part.then(
        () => true,
        () => false,
      );
    const [bron, sleutels] = await Promise.all([works(source.ping()), works(keys.load())]);
    return { bron, sleutels };
  });
  app.get('/health/ready', async (_request, reply) => {
    const { bron, sleutels } = await ready();
    return reply.code(bron && sleutels ? 200 : 503).send({ bron, sleutels });
  });
  const { bronbesluiten } = definition;
  // The definition says that the tables are there.
  const bronDb = source.db as unknown as Kysely<BronbesluitenDB & VrijgavenDB>;
  const bezwarenVoor = async (delegatie: Delegatie): Promise<Bezwaren | undefined> =>
    bronbesluiten === undefined ? undefined : readBezwaren(bronDb, delegatie);
  app.post('/graphql', {
    preHandler: requireDelegation(check, 'delegatie+jwt', tracing),
    handler: fastifyApolloHandler(apollo, {
      context: async ({ delegatie, span }) => {
        if (delegatie === null || span === null) throw new Error('a request without a delegation came through');
        const bezwaren = await bezwarenVoor(delegatie);
        const verborgen = (persoon: string): boolean => bezwaren?.tegenPersoon(persoon, host) === true;
        return createContext(definition, { db: source.db, delegatie, verborgen }, bezwaren, span);
      },
    }),
  });
  if (bronbesluiten !== undefined) {
    const admit = requireDelegation(check, 'bronbesluit+jwt', tracing);
    serveBronbesluiten({ app, db: bronDb, subgraaf, admit, ...bronbesluiten });
  }
  definition.routes?.({ app, db: source.db, admit: (typ) => requireDelegation(check, typ, tracing) });
  app.addHook('onClose', async () => {
    await apollo.stop();
    await Promise.all([source.close(), tracing.close()]);
  });
  try {
    const address = await app.listen({ host: settings.host, port: settings.port });
    return { url: `${address}/graphql`, app, close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Loaded when a store is filled and not before: it is large, and production needs no synthetic people. */
function generateWorld(options: SeedOptions): World {
  // oxlint-disable-next-line typescript/no-require-imports -- loaded at this moment, not at the start
  const { createWorld } = require('../synthetic/createWorld') as { createWorld: (options: SeedOptions) => World };
  return createWorld(options);
}
