import type { QueryPlanSelectionNode } from '@apollo/query-planner';

/** One fetch of a plan, before anything is sent. */
export interface PlannedFetch {
  readonly subgraph: string;
  /** The operation that the subgraph will receive. */
  readonly operation: string;
  /** What of earlier answers is sent along: keys and @requires. */
  readonly requires: readonly QueryPlanSelectionNode[];
}

/** One fetch as it is about to leave: `body` is the exact text that goes over the wire. */
export interface OutgoingFetch {
  readonly subgraph: string;
  readonly operation: string;
  readonly body: string;
  /** The entities that are sent along, if any. */
  readonly representations: readonly unknown[];
}

/**
 * Where the hub looks over the shoulder of planning and execution. `context` is whatever the caller passed as the
 * request's context; the federation itself knows nothing of it.
 */
export interface FederationHooks {
  /** Address of a subgraph, when not the one in the supergraph. */
  readonly address?: (subgraph: string) => string | undefined;
  /** Sees every fetch of the plan; throwing stops all of them. */
  readonly checkPlan?: (fetches: readonly PlannedFetch[], context: unknown) => void;
  /** Headers to send with a fetch. */
  readonly headers?: (fetch: OutgoingFetch, context: unknown) => Promise<Readonly<Record<string, string>>>;
  /** A fetch failed, or its answer held errors: what it should have brought may be missing. */
  readonly failed?: (subgraph: string, context: unknown) => void;
}
