import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { readGegevenscatalogus } from '../schema/catalogus';
import { readLabels } from '../schema/compose/readLabels';
import { DELEGATIE_HEADER } from '../schema/domain/delegatie';
import { Hubfout } from '../schema/domain/hubfout';
import type { Subgraaf } from '../schema/domain/subgraaf';
import { readKetenpartners } from '../schema/partners';
import { openFactsDoor } from './context/factsDoor';
import { openContext } from './context/openContext';
import { compileTabel } from './convenant/compileTabel';
import { findConvenant } from './convenant/findConvenant';
import { readConvenanten } from './convenant/readConvenanten';
import { createDecider } from './decide/createDecider';
import { isCovered } from './decide/isCovered';
import { explainAnswer } from './explainAnswer';
import { createFederation } from './federation/createFederation';
import { type Hubsleutel, signDelegatie } from './federation/signDelegatie';
import { Fetching } from './fetching';
import { guardFederation } from './guardFederation';
import { createApollo } from './http/createApollo';
import { createServer } from './http/createServer';
import { createMetrics } from './http/metrics';
import { traceparent } from './http/traceparent';
import { type Uitgever, createIdentifier } from './identity/createIdentifier';
import { openRegister } from './register/openRegister';
import { createRelease } from './release/createRelease';
import { readQuestion } from './readQuestion';
import { readScalars } from './readScalars';
import { type Rooms, type Verzoek, explain } from './request';
import type { Settings } from './settings';
import { vandaag } from '../schema/domain/vandaag';

/** What a hub is made from, besides its settings: keys are given, never found. */
export interface Hubgrond {
  readonly settings: Settings;
  /** Signs the delegations. */
  readonly sleutel: Hubsleutel;
  readonly uitgevers: readonly Uitgever[];
  /** Key of the register's pseudonyms. */
  readonly registerkey: Uint8Array;
}

/** A running hub. */
export interface Hub {
  readonly port: number;
  /** Answers what runs, then closes every room. */
  stop(): Promise<void>;
}

/** The composition root: it alone constructs the rooms and wires them. */
export async function startHub({ settings, sleutel, uitgevers, registerkey }: Hubgrond): Promise<Hub> {
  const log = pino({ level: settings.logLevel, base: null });
  const metrics = createMetrics();
  const catalogus = readGegevenscatalogus();
  const partners = readKetenpartners();
  const convenanten = readConvenanten(settings.convenantenDir, catalogus, partners);
  const supergraphSdl = readFileSync(join(__dirname, '../schema/supergraph.graphql'), 'utf8');
  const schema = readScalars(buildSchema(readFileSync(join(__dirname, '../schema/api.graphql'), 'utf8')));
  const labels = readLabels(supergraphSdl);
  const { digest } = compileTabel(labels, catalogus, partners, convenanten);
  const identify = createIdentifier(uitgevers, partners);
  const decider = createDecider({ catalogus, partners, labels, digest });
  const register = await openRegister({
    databaseUrl: settings.registerUrl,
    adminDatabaseUrl: settings.registerAdminUrl,
    file: join(settings.dir, 'register.sqlite'),
    key: registerkey,
  });
  const facts = openFactsDoor(settings.adressen.municipality, (delegatie, body) =>
    signDelegatie(sleutel, delegatie, body, 'feiten+jwt'),
  );
  const fault = (what: string, where: readonly string[]): void => {
    log.error({ where }, what);
    metrics.fault(what);
  };
  const rooms: Rooms = {
    schema,
    labels,
    catalogus,
    digest,
    decider,
    fault,
    hosts: hostOins(partners),
    openContext: (verzoeker, kop) =>
      openContext(
        {
          facts,
          findConvenant: (id) => findConvenant(convenanten, id, vandaag()),
          isCovered: ({ partner }, { rol }, doel, convenant) =>
            isCovered({ ontvanger: partner, rol, doel, convenant }, catalogus),
        },
        verzoeker,
        kop,
      ),
    register: async (regel) => {
      try {
        return await register.append(regel);
      } catch {
        fault('the register could not be written', []);
        throw new Hubfout(
          'HUB_REGISTER_ONBESCHIKBAAR',
          'Het register kan nu niet worden geschreven; zonder register wordt niets verstrekt.',
        );
      }
    },
    stillHolds: createRelease((verzoeker, casus) => facts.read(verzoeker, casus)),
  };
  const federation = createFederation({
    supergraphSdl,
    hooks: {
      address: (subgraph) => settings.adressen[subgraph as Subgraaf],
      checkPlan: (fetches, context) => {
        fetchingOf(context).checkPlan(fetches);
      },
      headers: async (fetch, context) => {
        const fetching = fetchingOf(context);
        const statement = await signDelegatie(sleutel, fetching.delegatie(fetch), fetch.body, 'delegatie+jwt');
        return { [DELEGATIE_HEADER]: statement, traceparent: fetching.traceparent };
      },
      failed: (subgraph, context) => {
        fetchingOf(context).uitval.add(subgraph);
        fault('a source failed', [subgraph]);
      },
    },
  });
  const apollo = createApollo<Verzoek>(guardFederation(federation, rooms), log);
  await apollo.start();
  const app = await createServer<Verzoek>(
    {
      apollo,
      open: async ({ headers }) => ({
        verzoeker: await identify(headers.authorization),
        kop: { casus: one(headers['keten-casus']), doel: one(headers['keten-doel']) },
        traceparent: traceparent(one(headers['traceparent'])),
      }),
      explain: async (verzoek, body) => {
        const { context, gesnoeid } = await explain(rooms, verzoek, readQuestion(schema, body));
        return explainAnswer(context, gesnoeid, digest);
      },
      ready: async () => {
        const [inRegister, atDoor] = await Promise.all([register.ready(), facts.ready()]);
        return { register: inRegister, casusfeiten: atDoor };
      },
      answered: (route, status, ms) => {
        metrics.answered(route, status, ms);
      },
    },
    { demo: settings.mode === 'demo', log },
  );
  const stop = async (): Promise<void> => {
    await app.close();
    await apollo.stop();
    await Promise.all([facts.close(), register.close(), metrics.server.close()]);
    log.flush();
  };
  try {
    await app.listen({ port: settings.port, host: settings.host });
    await metrics.server.listen({ port: settings.metricsPort, host: settings.host });
  } catch (fout) {
    await stop();
    throw fout;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  log.info({ port, digest, convenanten: convenanten.map(({ id, versie }) => `${id}@${versie}`) }, 'the hub listens');
  return { port, stop };
}

function fetchingOf(context: unknown): Fetching {
  if (!(context instanceof Fetching)) throw new Error('a fetch outside a request');
  return context;
}

function hostOins(partners: ReturnType<typeof readKetenpartners>): Map<Subgraaf, string> {
  const hosts = new Map<Subgraaf, string>();
  for (const { subgraaf, oin } of partners.values()) if (subgraaf !== null) hosts.set(subgraaf, oin);
  return hosts;
}

/** A header given twice names two things, so it names nothing. */
function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
