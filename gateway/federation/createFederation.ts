import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { Pool } from 'undici';
import type { FederationHooks } from './hooks';
import { LocalSource } from './localSource';
import { plannedFetches } from './plannedFetches';
import { SubgraphSource } from './subgraphSource';

/** The planner's own bound on how many ways it may weigh: past it, an operation is refused at once. */
const PATHS_LIMIT = 100;
/** The most that a partner may answer to one question, in bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Plans and executes over the subgraphs of a supergraph. Without hooks it decides nothing and passes on what sources say
 * of their errors: it is a federation gateway like any other, and can be held against any conformance suite. Nothing outside this folder knows who executes.
 */
export function createFederation({
  supergraphSdl,
  hooks,
}: {
  readonly supergraphSdl: string;
  readonly hooks?: FederationHooks;
}): GatewayInterface {
  const pools = new Map<string, Pool>();
  const poolFor = (origin: string): Pool => {
    const known =
      pools.get(origin) ??
      new Pool(origin, { connections: 32, maxResponseSize: MOST_BYTES, connect: hooks?.tls ?? {} });
    pools.set(origin, known);
    return known;
  };
  const gateway = new ApolloGateway({
    supergraphSdl: withoutPolicyPurpose(supergraphSdl),
    queryPlannerConfig: { debug: { pathsLimit: PATHS_LIMIT } },
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url }): GraphQLDataSource => {
      const local = ownOf(hooks?.local, name);
      if (local !== undefined) return new LocalSource(name, local, hooks ?? {});
      const address = new URL(hooks?.address?.(name) ?? url ?? '');
      const path = `${address.pathname}${address.search}`;
      return new SubgraphSource(name, poolFor(address.origin), path, hooks ?? {}, hooks === undefined);
    },
    experimental_didResolveQueryPlan: ({ queryPlan, requestContext }) => {
      hooks?.checkPlan?.(plannedFetches(queryPlan), requestContext.context);
    },
  });
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    load: (options) => gateway.load(options),
    stop: async () => {
      await gateway.stop();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

function ownOf<T>(all: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return all !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
}

/**
 * Apollo's gateway refuses a supergraph whose @policy is marked as security that it does not enforce. The hub enforces
 * it, so only that one mark is taken off; any other (such as @context) still refuses to load.
 */
function withoutPolicyPurpose(supergraphSdl: string): string {
  return supergraphSdl.replace(/(@link\(url: "https:\/\/specs\.apollo\.dev\/policy\/v0\.1"), for: SECURITY\)/, '$1)');
}
