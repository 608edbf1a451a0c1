import type { GatewayExecutor, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Deelgraaf } from '../schema/domain/deelgraaf';
import { Hubfout } from '../schema/domain/hubfout';
import type { Ontvangstbewijs } from '../schema/domain/registerregel';
import type { QuestionLimits } from '../schema/domain/questionLimits';
import { SUBGRAVEN, type Subgraaf } from '../schema/domain/subgraaf';
import type { Verzoeker } from '../schema/domain/verzoeker';
import type { Span } from '../schema/tracing/span';
import { checkAsked, needsCasus } from './checkAsked';
import { type Kop, type Verzoekcontext, inaccessible, incomplete } from './context/openContext';
import type { Besluiten } from './decide/besluiten';
import type { HostBesluiten } from './decide/createDecider';
import { type Fetchgrond, Fetching, type Gezet } from './fetching';
import { type Bewaakt, guard } from './guard/guard';
import { answerTypes } from './introspection/answerTypes';
import { refuseTypes } from './introspection/refuseTypes';
import { describeQuestion } from './prune/describeQuestion';
import { type Gesnoeid, prune } from './prune/prune';
import { type Gevraagd, readOperation } from './prune/readOperation';
import type { Regels } from './regels/readRegels';
import type { Beslisgrond } from './release/createRelease';
import { listVoorwaarden } from './release/listVoorwaarden';
import { type Antwoord, toAnswer } from './release/toAnswer';
import type { NameOperation } from './registeredOperations';
import { refuse } from './refusing';
import { type Append, Registering, toWeigeringsregels } from './registering';
import { writeDown } from './writeDown';

/** One request, its sender identified. */
export interface Verzoek {
  /** Random: what is written down of it carries the same. */
  readonly id: string;
  readonly verzoeker: Verzoeker;
  readonly kop: Kop;
  /** Below what its steps are traced. */
  readonly span: Span;
}

/** The rooms that a request goes through, as the hub has wired them. */
export interface Rooms extends Fetchgrond {
  /** The rules in force now. One attempt at a request goes by one revision of them. */
  regels(): Regels;
  openContext(regels: Regels, verzoeker: Verzoeker, kop: Kop, span: Span): Promise<Verzoekcontext>;
  /** The types of the graph as far as somebody could ever see them; null: nothing of it. */
  typesFor(regels: Regels, context: Verzoekcontext): GraphQLSchema | null;
  /** Durable when it returns. Throws Hubfout HUB_REGISTER_ONBESCHIKBAAR. */
  readonly register: Append;
  readonly nameOperation: NameOperation;
  /** Whether no other operation is answered than a registered one. */
  readonly onlyRegistered: boolean;
  stillHolds(grond: Beslisgrond, span: Span): Promise<boolean>;
  stillSits(verzoeker: Verzoeker, casus: string, span: Span): Promise<boolean>;
  readonly limits: QuestionLimits;
  /** A question came to more than this limit. */
  exceeded(limit: string): void;
  /** A fault of ours or of a source, for the log: names and coordinates, never a value. And in which trace. */
  fault(what: string, where: readonly string[], trace: string | null): void;
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
  const registering = new Registering(rooms.register, verzoek, rooms.regels());
  const { span } = verzoek;
  try {
    const { document, operation, request } = apollo;
    const gevraagd = readOperation(rooms.schema, document, operation, request.variables ?? {}, rooms.limits);
    const naam = rooms.nameOperation(apollo.document, gevraagd.hash);
    registering.asked(gevraagd, naam);
    if (rooms.onlyRegistered && naam === null) throw unregistered();
    if (gevraagd.overTypen) return await span.step('describe', () => describe(rooms, verzoek, gevraagd, registering));
    const changes = gevraagd.operation.operation === OperationTypeNode.MUTATION;
    // What was changed must not be changed twice.
    for (let attempt = 1; attempt <= (changes ? 1 : ATTEMPTS); attempt += 1) {
      const regels = rooms.regels();
      const context = await span.step('open context', (own) => open(rooms, regels, verzoek, gevraagd, own));
      registering.by(regels, context);
      const { besluiten, told } = await span.step('decide', () => decide(regels, context));
      const gesnoeid = span.step('prune', () => prune(rooms.schema, gevraagd, beslist(rooms, besluiten)));
      registering.workedOut(gesnoeid.gevraagd);
      span.tell(() => describeQuestion(gesnoeid));
      if (changes && gesnoeid.document !== null) await registering.intended(null, []);
      const fetching = new Fetching(rooms, context, besluiten, told, span, regels, registering);
      const result = await span.step('plan and fetch', (own) =>
        fetchAll(apollo, gesnoeid, fetching.below(own), execute),
      );
      const bewaakt = span.step('guard', () => guardAll(rooms, fetching, gesnoeid, gevraagd, result));
      const voorwaarden = listVoorwaarden(gesnoeid.selectie);
      const bewijs = await writeDown(rooms, registering, gesnoeid, bewaakt, voorwaarden);
      const { gezet } = fetching;
      const releases = await span.step('release', (own) =>
        release(registering, bewijs, () =>
          gezet === null ? holds(rooms, regels, context, own) : sits(rooms, context, gezet, own),
        ),
      );
      if (releases) {
        const inCasus = context.soort === 'CASUS' ? bewijs : null;
        return toAnswer(bewaakt.data, gesnoeid.weigeringen, bewaakt.fouten, inCasus, voorwaarden);
      }
      // It was done, and is in the register; but he is told nothing of this casus any more.
      if (gezet !== null) throw inaccessible();
    }
    throw conflict();
  } catch (fout) {
    throw await refuse(rooms, verzoek, registering, fout);
  }
}

/**
 * What the graph is, as far as this medewerker could ever see it. It tells of no casus, so it needs none; it is a look
 * into the rules, and is registered as one.
 */
async function describe(
  rooms: Rooms,
  verzoek: Verzoek,
  gevraagd: Gevraagd,
  registering: Registering,
): Promise<Antwoord> {
  const regels = rooms.regels();
  const { span, verzoeker } = verzoek;
  const context = await rooms.openContext(regels, verzoeker, { casus: undefined, doel: undefined }, span);
  registering.by(regels, context);
  const types = rooms.typesFor(regels, context);
  const { data, weigeringen } =
    types === null ? refuseTypes(gevraagd.sleutels) : { data: answerTypes(types, gevraagd), weigeringen: [] };
  const bewijs = await registering.looked(toWeigeringsregels(weigeringen));
  if (!(await release(registering, bewijs, () => holds(rooms, regels, context, span)))) throw conflict();
  return toAnswer(data, weigeringen, [], verzoek.kop.casus === undefined ? null : bewijs);
}

function unregistered(): Hubfout {
  return new Hubfout(
    'HUB_OPERATIE_NIET_GEREGISTREERD',
    'Deze operatie is bij deze hub niet geregistreerd. Vraag de beheerder haar op te nemen (OPERATIES_DIR).',
  );
}

function conflict(): Hubfout {
  return new Hubfout('HUB_CONFLICT', 'De casus veranderde terwijl uw vraag liep. Stel de vraag opnieuw.');
}

async function open(
  rooms: Rooms,
  regels: Regels,
  verzoek: Verzoek,
  gevraagd: Gevraagd,
  span: Span,
): Promise<Verzoekcontext> {
  if (verzoek.kop.casus === undefined && needsCasus(gevraagd)) throw incomplete('Keten-Casus');
  const context = await rooms.openContext(regels, verzoek.verzoeker, verzoek.kop, span);
  checkAsked(rooms, gevraagd, context);
  return context;
}

async function decide(
  { decider }: Regels,
  context: Verzoekcontext,
): Promise<{ besluiten: Besluiten; told: Map<Subgraaf, HostBesluiten> }> {
  if (context.soort === 'ZELF') {
    const { aanwijzingen, rol, verzoeker } = context;
    return { besluiten: decider.outsideCasus(aanwijzingen.length > 0, rol, verzoeker.partner), told: new Map() };
  }
  const { verzoeker, zetel, doel, feiten, convenant } = context;
  const aangewezen = context.aanwijzingen.length > 0;
  const situatie = { ontvanger: verzoeker.partner, rol: zetel.rol, doel, casus: feiten, convenant, aangewezen };
  const told = new Map<Subgraaf, HostBesluiten>();
  for (const subgraaf of SUBGRAVEN) told.set(subgraaf, await decider.decideHost(situatie, subgraaf));
  return { besluiten: await decider.decide(situatie), told };
}

/** What pruning looks up. */
export function beslist({ labels }: Pick<Rooms, 'labels'>, besluiten: Besluiten): Parameters<typeof prune>[2] {
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
  if (fetching.eigenFout !== null) throw fetching.eigenFout;
  // What goes wrong without a source that failed would leave data out in silence.
  const wrong = data === undefined || (result.errors?.length ?? 0) > 0;
  if (wrong && fetching.uitval.size === 0) throw new Error('the execution failed, and no source did');
  return data ?? {};
}

/** Writes the answer from what is granted of the result. */
function guardAll(
  rooms: Rooms,
  { uitval, herkomsten, doorgifte, span }: Fetching,
  { selectie }: Gesnoeid,
  { root }: Gevraagd,
  result: Record<string, unknown>,
): Bewaakt {
  const { schema, hosts, catalogus } = rooms;
  const sourceOf = (naam: string): Deelgraaf | undefined => catalogus.get(naam)?.subgraaf;
  const ontbreekt = (coordinaat: string, id: string): boolean => doorgifte.ontbreekt(coordinaat, id);
  const bewaakt = guard({ schema, hosts, sourceOf, uitval, herkomsten, ontbreekt }, selectie, root, result);
  if (bewaakt.tegengehouden.length > 0) rooms.fault('held back by the guard', bewaakt.tegengehouden, span.traceId);
  return bewaakt;
}

/** The last look. An answer of which it says no stays, and the register says that it did not leave. */
async function release(
  registering: Registering,
  bewijs: Ontvangstbewijs,
  look: () => Promise<boolean>,
): Promise<boolean> {
  try {
    const leaves = await look();
    if (!leaves) await registering.withdrawn(bewijs.id);
    return leaves;
  } catch (fout) {
    await registering.withdrawn(bewijs.id);
    throw fout;
  }
}

/** Whether what was decided on, facts and rules, still holds. */
async function holds(rooms: Rooms, regels: Regels, context: Verzoekcontext, span: Span): Promise<boolean> {
  const casus = context.soort === 'CASUS' ? context.feiten.casus : null;
  const { verzoeker, revisie } = context;
  return (await rooms.stillHolds({ verzoeker, casus, revisie }, span)) && rooms.regels() === regels;
}

/**
 * Whether who changed something may be told so. The answer tells nothing else, so what others did since does not matter, as
 * long as he sits there; who gave up his seat by it is told as long as that is the last that happened. What is of no casus
 * is his own organisation's, and he knows it: to be told that it failed would be untrue.
 */
async function sits(
  rooms: Rooms,
  { soort, verzoeker }: Verzoekcontext,
  { casus, revisie }: Gezet,
  span: Span,
): Promise<boolean> {
  if (casus === null) return true;
  const unchanged = await rooms.stillHolds({ verzoeker, casus: soort === 'CASUS' ? casus : null, revisie }, span);
  return unchanged || (await rooms.stillSits(verzoeker, casus, span));
}
