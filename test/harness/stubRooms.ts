import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { getOperationAST, parse } from 'graphql';
import type { Besluiten } from '../../gateway/decide/besluiten';
import type { Rooms, Verzoek } from '../../gateway/request';
import type { Besluit } from '../../schema/domain/besluit';
import type { Registerregel } from '../../schema/domain/registerregel';
import { hostIdsOf, readKetenpartners } from '../../schema/partners';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { USUAL_LIMITS } from '../../schema/domain/questionLimits';
import { quietSpan } from '../../schema/tracing/quietSpan';

/** The casus of every request that is made with these rooms. */
const CASUS = 'c'.padEnd(32, '0');

/** What a test decides by itself; the rest of the rooms lets pass. */
interface Stub extends Pick<Rooms, 'schema' | 'labels' | 'catalogus' | 'hosts'> {
  readonly besluiten: Besluiten;
  readonly verteld: (host: Subgraaf) => Besluiten | null;
}

/** Rooms for one request inside a casus, with what they were told: the register's lines and the faults. */
export function stubRooms({ besluiten, verteld, ...ground }: Stub): {
  readonly rooms: Rooms;
  readonly lines: Registerregel[];
  readonly faults: string[];
} {
  const lines: Registerregel[] = [];
  const faults: string[] = [];
  const decider = { decide: async () => besluiten, decideHost: async (_: unknown, host: Subgraaf) => verteld(host) };
  const regels = { decider, digest: '', attest: '' } as unknown as ReturnType<Rooms['regels']>;
  const rooms: Rooms = {
    hostIds: hostIdsOf(readKetenpartners()),
    vereisten: new Map(),
    ...ground,
    limits: USUAL_LIMITS,
    exceeded: () => undefined,
    regels: () => regels,
    openContext: async () => CONTEXT,
    register: async (regel) => {
      lines.push(regel);
      return { id: 'bewijs', tijdstip: '' };
    },
    typesFor: () => null,
    nameOperation: () => null,
    onlyRegistered: false,
    stillHolds: async () => true,
    stillSits: async () => true,
    fault: (what, where) => faults.push(`${what}: ${where.join(', ')}`),
  };
  return { rooms, lines, faults };
}

/** A grant of these categories, each by the bronhouder that is given. */
export function verleendDoor(bronhouder: (categorie: string) => string, categorieen: readonly string[]): Besluit {
  const toekenningen = categorieen.map((categorie) => ({
    categorie,
    bronhouder: bronhouder(categorie),
    eigen: false,
    beperkingen: [],
    artikel: 'art. 1',
    voorwaarden: [],
  }));
  return { uitkomst: 'ALLOW', artikel: 'art. 1', categorieen, toekenningen };
}

export const VERZOEK = {
  id: 'vrz-1',
  verzoeker: { medewerker: 'm-1', partner: { id: 'partner', oin: 'oin-partner', werkgebied: [] }, jti: 'j', exp: 0 },
  kop: { casus: CASUS, doel: 'CASUSREGIE' },
  span: quietSpan(undefined),
} as unknown as Verzoek;

const CONTEXT = {
  soort: 'CASUS',
  verzoeker: VERZOEK.verzoeker,
  zetel: { rol: 'DEELNEMER' },
  doel: 'CASUSREGIE',
  feiten: { casus: CASUS, tafel: [] },
  convenant: {},
  aanwijzingen: [],
  revisie: '',
} as unknown as Awaited<ReturnType<Rooms['openContext']>>;

/** A question as Apollo Server hands it to the gateway. */
export function apolloRequest(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): GatewayGraphQLRequestContext {
  const document = parse(query);
  const given = { request: { query, variables }, document, operation: getOperationAST(document), operationName: null };
  const rest = { schema: {}, metrics: {}, logger: console, cache: new Map(), overallCachePolicy: {}, context: {} };
  return { ...given, ...rest, queryHash: query, source: query } as unknown as GatewayGraphQLRequestContext;
}
