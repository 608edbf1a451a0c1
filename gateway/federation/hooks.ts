import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Verteld } from '../../schema/domain/herkomst';
import type { Protection } from './protectSource';

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

/** Answers a fetch in this process; the result holds the response keys of the operation. */
export type LocalExecutor = (
  fetch: { readonly operation: string; readonly variables: Readonly<Record<string, unknown>> },
  context: unknown,
) => Promise<Record<string, unknown>>;

/** A fetch that is under way. */
export interface Underway {
  /** Headers that go along each time that it is sent. */
  readonly along: Readonly<Record<string, string>>;
  /** It is over: its whole answer came, or not. */
  ended(whole: boolean): void;
}

/**
 * Where the hub looks over the shoulder of planning and execution. `context` is whatever the caller passed as the
 * request's context; the federation itself knows nothing of it.
 */
export interface FederationHooks {
  /** Address of a subgraph, when not the one in the supergraph. */
  readonly address?: (subgraph: string) => string | undefined;
  /** With which certificates subgraphs are asked, and by whom theirs must be signed (PEM). */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  /** Subgraphs that are answered here and not over the network, by name. Their fetches are planned and checked alike. */
  readonly local?: Readonly<Record<string, LocalExecutor>>;
  /** Sees every fetch of the plan; throwing stops all of them. */
  readonly checkPlan?: (fetches: readonly PlannedFetch[], context: unknown) => void;
  /** Entities as they are sent to a subgraph: as many, in the same order. Comes before all that follows. */
  readonly sends?: (subgraph: string, representations: readonly unknown[], context: unknown) => readonly unknown[];
  /** A fetch is about to leave, for the first time; it does not when this throws. None of the source's time goes by. */
  readonly leaving?: (fetch: OutgoingFetch, context: unknown) => Promise<void>;
  /** A fetch leaves: however often it has to be sent, and however long it waits, until it is answered or given up. */
  readonly begins?: (fetch: OutgoingFetch, context: unknown) => Underway;
  /** Headers to send with a fetch: made anew when it is sent once more. */
  readonly headers?: (fetch: OutgoingFetch, context: unknown) => Promise<Readonly<Record<string, string>>>;
  /** A fetch failed, or its answer held errors: what it should have brought may be missing. */
  readonly failed?: (subgraph: string, context: unknown) => void;
  /** How much the failure of one source may cost the others. */
  readonly protection?: Protection;
  /** A source that failed again and again is left alone for a while, or no longer is. */
  readonly left?: (subgraph: string, alone: boolean) => void;
  /** A source told out of whose rows it made values, about whom records are and what stays: of what this fetch asked, and in no other shape. */
  readonly told?: (subgraph: string, verteld: Verteld, context: unknown) => void;
}
