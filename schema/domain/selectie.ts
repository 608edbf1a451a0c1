import type { FieldNode, GraphQLOutputType } from 'graphql';
import type { Besluit } from './besluit';
import type { Subgraaf } from './subgraaf';

/** One field of the client's operation on one concrete type, after fragments, @skip and @include are worked out. */
export interface Veld {
  /** Response key: the alias, or else the name. */
  readonly sleutel: string;
  /** Response key under which the hub asks it. Keys of a client never leave the hub: one that is named like a key or a
   *  required field would be taken for it when an entity is sent on. */
  readonly vraagsleutel: string;
  readonly naam: string;
  readonly coordinaat: string;
  readonly node: FieldNode;
  readonly type: GraphQLOutputType;
  /** null: a key or `__typename`, which go with the object they name. */
  readonly besluit: Besluit | null;
  readonly subgraaf: Subgraaf | null;
  readonly onder: Selectie | null;
}

/** What is selected of an object, per concrete type that it can have. */
export interface Selectie {
  /** More than one type is possible, so the source must say which it is. */
  readonly abstract: boolean;
  readonly typen: ReadonlyMap<string, readonly Veld[]>;
}

/** Where every response key of the hub begins. */
export const HUB_VOORVOEGSEL = 'ketenhub_';

/** Response keys that the hub adds for itself, to know of what and whom an answer tells. They never leave the hub. */
export const HUB_SLEUTELS = { type: 'ketenhub_type', id: 'ketenhub_id', bronhouder: 'ketenhub_bronhouder' } as const;

/** A selection that stands and is denied, for the `errors` of the answer. */
export interface Weigeringspad {
  /** Response keys, "@" for each item of a list. */
  readonly pad: readonly string[];
  readonly coordinaat: string;
  readonly besluit: Extract<Besluit, { uitkomst: 'DENY' }>;
}
