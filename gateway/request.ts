import type { GatewayExecutor, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import { Hubfout } from '../schema/domain/hubfout';
import type { Ontvangstbewijs, Registerregel } from '../schema/domain/registerregel';
import { SUBGRAVEN, type Subgraaf } from '../schema/domain/subgraaf';
import type { Verzoeker } from '../schema/domain/verzoeker';
import { ZONDER_CASUS } from '../schema/domain/zonderCasus';
import { CASUS_ID, type Kop, type Verzoekcontext, inaccessible, incomplete } from './context/openContext';
import type { Besluiten } from './decide/besluiten';
import type { Decider, HostBesluiten } from './decide/createDecider';
import { Planfout } from './federation/checkPlan';
import { type Fetchgrond, Fetching } from './fetching';
import { guard } from './guard/guard';
import { type Gesnoeid, prune } from './prune/prune';
import { type Gevraagd, readOperation } from './prune/readOperation';
import type { Beslisgrond } from './release/createRelease';
import { type Antwoord, toAnswer } from './release/toAnswer';
import { toRegisterregel } from './toRegisterregel';

/** One request, its sender identified. */
export interface Verzoek {
  readonly verzoeker: Verzoeker;
  readonly kop: Kop;
  readonly traceparent: string;
}

/** The rooms that a request goes through, as the hub has wired them. */
export interface Rooms extends Fetchgrond {
  /** Digest of the coordinate table in force. */
  readonly digest: string;
  /** OIN of the host of each subgraph. */
  readonly hosts: ReadonlyMap<Subgraaf, string>;
  readonly decider: Decider;
  openContext(verzoeker: Verzoeker, kop: Kop): Promise<Verzoekcontext>;
  /** Durable when it returns. Throws Hubfout HUB_REGISTER_ONBESCHIKBAAR. */
  register(regel: Registerregel): Promise<Ontvangstbewijs>;
  stillHolds(grond: Beslisgrond): Promise<boolean>;
  /** A fault of ours or of a source, for the log: names and coordinates, never a value. */
  fault(what: string, where: readonly string[]): void;
}

/** Facts may change while a request runs; it is then taken once more from the start. */
const ATTEMPTS = 2;

/**
 * The way of one request whose sender is identified:
 *
 * open context -> decide each field -> prune -> plan -> check the plan -> fetch -> guard -> register -> release.
 *
 * @param execute plans and fetches; the plan check and the signing of each fetch hang in it as hooks (`Fetching`).
 * @throws Hubfout when the whole request is refused; the refusal is in the register by then.
 */
export async function answer(
  rooms: Rooms,
  verzoek: Verzoek,
  apollo: GatewayGraphQLRequestContext,
  execute: GatewayExecutor,
): Promise<Antwoord> {
  let gevraagd: Gevraagd | null = null;
  try {
    gevraagd = readOperation(rooms.schema, apollo.document, apollo.operation, apollo.request.variables ?? {});
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const context = await open(rooms, verzoek, gevraagd);
      const { besluiten, told } = await decide(rooms, context);
      const gesnoeid = prune(rooms.schema, gevraagd, beslist(rooms, besluiten));
      const fetching = new Fetching(rooms, context, besluiten, told, verzoek.traceparent);
      const result = await fetchAll(apollo, gesnoeid, fetching, execute);
      const { schema, hosts } = rooms;
      const guarded = { schema, hosts, sourceOf: (naam: string) => rooms.catalogus.get(naam)?.subgraaf };
      const bewaakt = guard({ ...guarded, uitval: fetching.uitval }, gesnoeid.selectie, gevraagd.root, result);
      if (bewaakt.tegengehouden.length > 0) rooms.fault('held back by the guard', bewaakt.tegengehouden);
      const weigeringen = gesnoeid.weigeringen.map(({ coordinaat, besluit }) => {
        const { categorieen, reden, artikel } = besluit;
        return { coordinaat, categorieen, reden, artikel };
      });
      const { verstrekkingen } = bewaakt;
      const happened = { soort: 'ANTWOORD', gevraagd: gesnoeid.gevraagd, verstrekkingen, weigeringen } as const;
      const bewijs = await rooms.register(toRegisterregel(happened, rooms.digest, verzoek, context, gevraagd));
      if (await release(rooms, verzoek, gevraagd, context, bewijs)) {
        const inCasus = context.soort === 'CASUS' ? bewijs : null;
        return toAnswer(bewaakt.data, gesnoeid.weigeringen, bewaakt.fouten, inCasus);
      }
    }
    throw conflict();
  } catch (fout) {
    throw await refuse(rooms, verzoek, gevraagd, fout);
  }
}

/** What was decided of one operation, without asking any source: the same steps as `answer`, up to the pruning. */
export async function explain(
  rooms: Rooms,
  verzoek: Verzoek,
  gevraagd: Gevraagd,
): Promise<{ context: Verzoekcontext; gesnoeid: Gesnoeid }> {
  try {
    const context = await open(rooms, verzoek, gevraagd);
    const { besluiten } = await decide(rooms, context);
    const gesnoeid = prune(rooms.schema, gevraagd, beslist(rooms, besluiten));
    const happened = { soort: 'INZAGE', gevraagd: gesnoeid.gevraagd } as const;
    const bewijs = await rooms.register(toRegisterregel(happened, rooms.digest, verzoek, context, gevraagd));
    if (await release(rooms, verzoek, gevraagd, context, bewijs)) return { context, gesnoeid };
    throw conflict();
  } catch (fout) {
    throw await refuse(rooms, verzoek, gevraagd, fout);
  }
}

function conflict(): Hubfout {
  return new Hubfout('HUB_CONFLICT', 'De casus veranderde terwijl uw vraag liep. Stel de vraag opnieuw.');
}

async function open(rooms: Rooms, verzoek: Verzoek, gevraagd: Gevraagd): Promise<Verzoekcontext> {
  const needsCasus = gevraagd.wortels.some((naam) => naam !== '__typename' && !ZONDER_CASUS.includes(naam));
  if (verzoek.kop.casus === undefined && needsCasus) throw incomplete('Keten-Casus');
  const context = await rooms.openContext(verzoek.verzoeker, verzoek.kop);
  if (gevraagd.genoemd.some((casus) => casus !== verzoek.kop.casus)) throw inaccessible();
  return context;
}

async function decide(
  { decider }: Rooms,
  context: Verzoekcontext,
): Promise<{ besluiten: Besluiten; told: Map<Subgraaf, HostBesluiten> }> {
  if (context.soort === 'ZELF') {
    return { besluiten: decider.outsideCasus(context.aanwijzingen.length > 0), told: new Map() };
  }
  const { verzoeker, zetel, doel, feiten, convenant } = context;
  const aangewezen = context.aanwijzingen.length > 0;
  const situatie = { ontvanger: verzoeker.partner, rol: zetel.rol, doel, casus: feiten, convenant, aangewezen };
  const told = new Map<Subgraaf, HostBesluiten>();
  for (const subgraaf of SUBGRAVEN) told.set(subgraaf, await decider.decideHost(situatie, subgraaf));
  return { besluiten: await decider.decide(situatie), told };
}

function beslist({ labels }: Rooms, besluiten: Besluiten): Parameters<typeof prune>[2] {
  return {
    labels,
    coordinaat: (naam) => besluiten.coordinaat(naam),
    categorie: (naam) => besluiten.categorie(naam),
  };
}

/** Plans, checks and fetches what is left. A copy with its own hash goes in: Apollo caches plans by it. */
async function fetchAll(
  apollo: GatewayGraphQLRequestContext,
  { document, hash, variabelen }: Gesnoeid,
  fetching: Fetching,
  execute: GatewayExecutor,
): Promise<Record<string, unknown>> {
  if (document === null) return {};
  const given = new Map(Object.entries(apollo.request.variables ?? {}));
  const variables = Object.fromEntries(
    [...variabelen].filter(([, theirs]) => given.has(theirs)).map(([ours, theirs]) => [ours, given.get(theirs)]),
  );
  const { operationName: _, ...unnamed } = apollo.request;
  const request = { ...unnamed, variables };
  const result = await execute({
    ...apollo,
    request,
    document,
    operationName: null,
    queryHash: hash,
    source: '',
    context: fetching,
  }).catch((fout: unknown) => {
    // What goes wrong in planning is ours, whatever class it has: it is no fault of the question, nor for the caller to read.
    throw fout instanceof GraphQLError ? new Error('the planning failed') : fout;
  });
  const data: Record<string, unknown> | null | undefined = result.data;
  // What goes wrong without a source that failed would leave data out in silence.
  const wrong = data === undefined || (result.errors?.length ?? 0) > 0;
  if (wrong && fetching.uitval.size === 0) throw new Error('the execution failed, and no source did');
  return data ?? {};
}

/** The last look. An answer whose facts no longer hold stays, and the register says that it did not leave. */
async function release(
  rooms: Rooms,
  verzoek: Verzoek,
  gevraagd: Gevraagd,
  context: Verzoekcontext,
  bewijs: Ontvangstbewijs,
): Promise<boolean> {
  const casus = context.soort === 'CASUS' ? context.feiten.casus : null;
  const marked = (): Promise<Ontvangstbewijs> =>
    rooms.register(
      toRegisterregel({ soort: 'NIET_VRIJGEGEVEN', betreft: bewijs.id }, rooms.digest, verzoek, context, gevraagd),
    );
  try {
    const holds = await rooms.stillHolds({ verzoeker: verzoek.verzoeker, casus, revisie: context.revisie });
    if (!holds) await marked();
    return holds;
  } catch (fout) {
    await marked();
    throw fout;
  }
}

/** Turns whatever went wrong into the refusal that the caller gets, after it is in the register. */
async function refuse(rooms: Rooms, verzoek: Verzoek, gevraagd: Gevraagd | null, fout: unknown): Promise<Error> {
  const refusal = fout instanceof Hubfout || fout instanceof GraphQLError ? fout : undecided(rooms, fout);
  const code = refusal instanceof Hubfout ? refusal.code : 'BAD_USER_INPUT';
  if (code === 'HUB_REGISTER_ONBESCHIKBAAR') return refusal;
  const { casus } = verzoek.kop;
  const tried = casus !== undefined && CASUS_ID.test(casus) ? casus : null;
  const happened = { soort: 'GEWEIGERD', code, casus: tried } as const;
  try {
    await rooms.register(toRegisterregel(happened, rooms.digest, verzoek, null, gevraagd));
    return refusal;
  } catch (unregistered) {
    return unregistered instanceof Error ? unregistered : refusal;
  }
}

/** Any fault in deciding, planning or writing denies the whole request. What it was stays in the log, by name only. */
function undecided(rooms: Rooms, fout: unknown): Hubfout {
  rooms.fault('request undecided', [describe(fout)]);
  return new Hubfout('HUB_ONBESLIST', 'Over deze vraag kon nu niet worden beslist; er is niets verstrekt.');
}

/** A message may repeat a datum, so only a plan fault, which names coordinates, is told with its message. */
function describe(fout: unknown): string {
  if (fout instanceof Planfout) return fout.message;
  if (!(fout instanceof Error)) return 'unknown';
  return `${fout.name} ${/\n\s+(at [^\n]+)/.exec(fout.stack ?? '')?.[1] ?? ''}`.trim();
}
