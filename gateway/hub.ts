import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { readGegevenscatalogus } from '../schema/catalogus';
import { readLabels } from '../schema/compose/readLabels';
import { readVereisten } from '../schema/compose/readVereisten';
import type { Convenant } from '../schema/domain/convenant';
import { type Deelgraaf, HUB_ALS_BRON } from '../schema/domain/deelgraaf';
import { Hubfout } from '../schema/domain/hubfout';
import { SUBGRAVEN } from '../schema/domain/subgraaf';
import { hostIdsOf, readKetenpartners } from '../schema/partners';
import { wgsVan } from '../schema/verloop/zetStap';
import { createAdmission } from './admit';
import { askSources } from './askSources';
import { openFactsDoor } from './context/factsDoor';
import { createAanwijzer } from './context/followAanwijzingen';
import { createFollower } from './context/followVerloop';
import { recallStap } from './recallStap';
import { openContext } from './context/openContext';
import { findConvenant } from './convenant/findConvenant';
import { isCovered } from './decide/isCovered';
import { codeDigest } from './regels/codeDigest';
import { type Hubsleutel, signDelegatie } from './federation/signDelegatie';
import { createHubgraph } from './hubgraph/createHubgraph';
import { tellHub } from './tellHub';
import { tellRegister } from './tellRegister';
import { persoonsvelden, recordtypen } from './guard/records';
import { guardFederation } from './guardFederation';
import { createApollo } from './http/createApollo';
import { createServer } from './http/createServer';
import { createMetrics } from './http/metrics';
import { type Uitgever, createIdentifier } from './identity/createIdentifier';
import { openBrondoor } from './context/brondoor';
import type { Teken } from './context/door';
import { keepAanmeldingen } from './keepAanmeldingen';
import { keepAanwijzingen } from './keepAanwijzingen';
import { keepBronbesluiten } from './keepBronbesluiten';
import { keepLogboek } from './keepLogboek';
import { keepVerloop } from './keepVerloop';
import { type KeptRegister, type Registersleutels, keepRegister, optionsOf } from './keepRegister';
import { openReader } from './register/reader/openReader';
import { RegisterFout } from './register/registerFout';
import { openTreeReader } from './register/reader/openTreeReader';
import { tellStand } from './tellStand';
import { type Regels, readRegels } from './regels/readRegels';
import { watchRegels } from './regels/watchRegels';
import { createRelease } from './release/createRelease';
import { readBrontls } from './readBrontls';
import { readScalars } from './readScalars';
import { registeredOperations } from './registeredOperations';
import { refuseUnread, undelivered } from './refusing';
import { type Rooms, type Verzoek } from './request';
import type { Settings } from './settings';
import { createTypesFor } from './typesFor';
import type { Stapsleutels } from '../schema/verloop/handtekening';
import { vandaag } from '../schema/domain/vandaag';
import { endRequest } from '../schema/tracing/endRequest';
import { openTracing } from '../schema/tracing/openTracing';
import { quietSpan } from '../schema/tracing/quietSpan';

/** What a hub is made from, besides its settings: keys are given, never found. */
export interface Hubgrond {
  readonly settings: Settings;
  /** Signs the delegations. */
  readonly sleutel: Hubsleutel;
  readonly uitgevers: readonly Uitgever[];
  readonly ondertekening: Stapondertekening;
  readonly registersleutels: Registersleutels;
  /** Stands in for the register, where that itself is measured. */
  readonly openRegister?: Parameters<typeof keepRegister>[3];
}

/** Under which keys the partners sign their stappen. */
export interface Stapondertekening {
  readonly namen: readonly string[];
  /** null: this partner has none. */
  readonly sleutelsVan: (partner: string) => Stapsleutels | null;
}

/** A running hub. */
export interface Hub {
  readonly port: number;
  /** Answers what runs, then closes every room. */
  stop(): Promise<void>;
}

/** The composition root: it alone constructs the rooms and wires them. */
export async function startHub({
  settings,
  sleutel,
  uitgevers,
  ondertekening: { namen, sleutelsVan },
  registersleutels,
  openRegister,
}: Hubgrond): Promise<Hub> {
  const log = pino({ level: settings.logLevel, base: null });
  const tls = readBrontls(settings.brontls);
  const metrics = createMetrics();
  const catalogus = readGegevenscatalogus();
  const partners = readKetenpartners();
  const supergraphSdl = readFileSync(join(__dirname, '../schema/supergraph.graphql'), 'utf8');
  const schema = readScalars(buildSchema(readFileSync(join(__dirname, '../schema/api.graphql'), 'utf8')));
  const labels = readLabels(supergraphSdl);
  const identify = createIdentifier(uitgevers, partners);
  const code = codeDigest();
  const sleutels = [sleutel.kid, ...uitgevers.map(({ issuer }) => issuer), ...namen].sort();
  const { convenantenDir: dir, mode } = settings;
  let register: KeptRegister | null = null;
  const rules = watchRegels(dir, () => readRegels({ labels, catalogus, partners, dir, mode, code, sleutels }), {
    renewed: (regels) => {
      log.info({ digest: regels.digest, attest: regels.attest }, 'new rules are in force');
      register?.renewed(regels);
    },
    refused: (meldingen) => {
      log.error({ meldingen }, 'a new version of the rules is refused; the last good one stays in force');
      metrics.fault('a new version of the rules is refused');
      register?.fault('REGELS_GEWEIGERD', rules.current());
    },
  });
  const kept = await keepRegister(settings, registersleutels, rules.current(), openRegister);
  register = kept;
  const place = optionsOf(settings, registersleutels);
  const [reader, registerlezer] = [openReader(place, place.key), openTreeReader(place)];
  const logboek = keepLogboek({
    settings,
    reader,
    partners,
    fault: (what, ended) => {
      log.error({ what, ended }, 'the logboek can not be sent; nothing is lost, it stays in the register');
      metrics.fault('the logboek can not be sent');
      kept.fault(ended ? 'LOGBOEK_GESTOPT' : 'LOGBOEK_WACHT', rules.current());
    },
  });
  const teken: Teken = (delegatie, body, typ) => signDelegatie(sleutel, delegatie, body, typ);
  const facts = openFactsDoor(settings.adressen.municipality, tls, teken);
  const brondoor = openBrondoor(settings.adressen, tls, teken);
  const fault = (what: string, where: readonly string[] = [], trace: string | null = null): void => {
    log.error({ where, trace: trace ?? undefined }, what);
    metrics.fault(what);
  };
  const tracing = openTracing({ url: settings.tracesUrl, service: 'ketenhub', fault });
  const aanwijzer = createAanwijzer({ sleutelsVan, fault });
  const lastStap = recallStap(reader, settings.teruggezet, fault);
  const follower = createFollower({ sleutelsVan, wgsOf: wgsVan(partners), lastStap, fault });
  const { limits } = settings;
  const exceeded = (limit: string): void => {
    metrics.exceeded(limit);
  };
  const lastLook = createRelease((verzoeker, casus, span) => facts.read(verzoeker, casus, span));
  const stillSits: Rooms['stillSits'] = (verzoeker, casus, span) => lastLook.sits(verzoeker, casus, span);
  const rooms: Rooms = {
    schema,
    labels,
    vereisten: readVereisten(supergraphSdl),
    catalogus,
    regels: () => rules.current(),
    typesFor: createTypesFor({ schema, labels, catalogus, partners }),
    onlyRegistered: mode === 'production',
    limits,
    exceeded,
    fault,
    hosts: hostOins(partners),
    hostIds: hostIdsOf(partners),
    openContext: (regels, verzoeker, kop, span) =>
      openContext(
        {
          facts: {
            read: (wie, casus) => facts.read(wie, casus, span),
            verloop: (wie, casus, vanaf) => facts.verloop(wie, casus, vanaf, span),
          },
          follower,
          aanwijzer,
          findConvenant: (id) => inForce(regels, id),
          isCovered: ({ partner }, { rol }, doel, convenant) =>
            isCovered({ ontvanger: partner, rol, doel, convenant }, catalogus),
        },
        verzoeker,
        kop,
      ),
    register: async (regel) => {
      try {
        const bewijs = await kept.append(regel);
        metrics.registered(regel);
        return bewijs;
      } catch (fout) {
        fault(whyUnwritten(fout), [], regel.traceId);
        throw new Hubfout(
          'HUB_REGISTER_ONBESCHIKBAAR',
          'Het register kan nu niet worden geschreven; zonder register wordt niets verstrekt.',
        );
      }
    },
    nameOperation: registeredOperations([settings.operatiesDir, join(__dirname, '../schema/operations/hub')], schema),
    stillHolds: (grond, span) => lastLook.holds(grond, span),
    stillSits,
  };
  const hubSdl = readFileSync(join(__dirname, '../schema/subgraphs/hub.graphql'), 'utf8');
  const askHub = createHubgraph(hubSdl, {
    ...tellHub({ ...rooms, partners, reader }),
    ...tellRegister({
      reader,
      partners,
      catalogus,
      soorten: { records: recordtypen(schema), persoonsvelden: persoonsvelden(schema) },
    }),
    ...tellStand(registerlezer),
    ...keepVerloop({ facts, follower, partners, sleutelsVan }),
    ...keepAanmeldingen({
      ...{ facts, partners, sleutelsVan, host: rooms.hosts.get('municipality') ?? '' },
      findConvenant: ({ regels }, id) => inForce(regels, id),
    }),
    ...keepAanwijzingen({ facts, aanwijzer, sleutelsVan }),
    ...keepBronbesluiten({ door: brondoor, facts, stillSits, partners, catalogus, sleutelsVan }),
  });
  const alone = new Set<string>();
  const federation = askSources({
    supergraphSdl,
    settings,
    sleutel,
    tls,
    askHub,
    fault,
    left: (subgraph, now) => {
      log.warn({ subgraph }, now ? 'a source fails again and again, and is left alone' : 'a source is there again');
      metrics.left(subgraph, now);
      if (now) alone.add(subgraph);
      else alone.delete(subgraph);
    },
  });
  const unread = (verzoek: Verzoek, code: string): Promise<void> => refuseUnread(rooms, verzoek, code);
  const admission = createAdmission(settings, registersleutels.register, rooms, {
    exceeded,
    changed: (shared) => {
      log.warn({ shared }, 'Redis comes or goes: requests are counted with those of other processes, or not');
      metrics.shared(shared);
    },
  });
  const guarded = guardFederation(federation, rooms, (verzoek, work) =>
    admission.during(verzoek, () => metrics.during(verzoek.verzoeker.partner.id, () => kept.during(work))),
  );
  const apollo = createApollo<Verzoek>(guarded, { log, limits, exceeded, unread });
  await apollo.start();
  const app = await createServer<Verzoek>(
    {
      apollo,
      open: async ({ headers }, since) => {
        const given = one(headers['traceparent']);
        const verzoek = {
          id: randomUUID(),
          verzoeker: await identify(headers.authorization),
          kop: {
            casus: one(headers['keten-casus']),
            doel: one(headers['keten-doel']),
            rol: one(headers['keten-rol']),
          },
          // Who is not let in is not traced: what strangers do must not fill what is sent.
          span: quietSpan(given),
        };
        await admission.enter(verzoek);
        return { ...verzoek, span: tracing.request(given, since) };
      },
      ready: async () => {
        const [inRegister, atDoor] = await Promise.all([kept.ready(), facts.ready()]);
        const { digest: tabel } = rules.current();
        const { checkpointsleutel: registersleutel } = kept;
        const delen = { register: inRegister, casusfeiten: atDoor };
        const bronnen = Object.fromEntries(SUBGRAVEN.map((one) => [one, alone.has(one) ? 'MET_RUST' : 'GEVRAAGD'] as const)); // oxfmt-ignore
        return {
          delen,
          bronnen,
          tellingen: admission.counting(),
          tabel,
          achterstand: rules.achterstand(),
          registersleutel,
        };
      },
      unread,
      undelivered: (verzoek) => {
        // The answer itself is in the register; that it did not arrive is told if it can be.
        undelivered(rooms, verzoek).catch(() => undefined);
      },
      ended: ({ span }, status) => {
        endRequest(span, '/graphql', status);
      },
      answered: (route, status, ms) => {
        metrics.answered(route, status, ms);
      },
    },
    { demo: settings.mode === 'demo', log, limits: settings.request },
  );
  const stop = async (): Promise<void> => {
    rules.stop();
    await app.close();
    await apollo.stop();
    await Promise.all([logboek.stop(), tracing.close()]);
    admission.close();
    await Promise.all([
      facts.close(),
      brondoor.close(),
      reader.close(),
      registerlezer.close(),
      kept.close(),
      metrics.server.close(),
    ]);
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
  const { digest, attest, convenanten } = rules.current();
  log.info(
    { port, digest, attest, convenanten: convenanten.map(({ id, versie }) => `${id}@${versie}`) },
    'the hub listens',
  );
  return { port, stop };
}

function inForce({ versies }: Pick<Regels, 'versies'>, id: string): Convenant | null {
  return findConvenant(versies.get(id) ?? [], id, vandaag());
}

function whyUnwritten(fout: unknown): string {
  return fout instanceof RegisterFout && fout.superseded
    ? 'the register stands under a newer checkpoint key: start this hub anew, with that one'
    : 'the register could not be written';
}

function hostOins(partners: ReturnType<typeof readKetenpartners>): Map<Deelgraaf, string> {
  const hosts = new Map<Deelgraaf, string>([['hub', HUB_ALS_BRON]]);
  for (const { subgraaf, oin } of partners.values()) if (subgraaf !== null) hosts.set(subgraaf, oin);
  return hosts;
}

/** A header given twice names two things, so it names nothing. */
function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
