import type { FieldNode, GraphQLOutputType } from 'graphql';
import type { Besluit } from './besluit';
import type { Deelgraaf } from './deelgraaf';

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
  readonly subgraaf: Deelgraaf | null;
  readonly onder: Selectie | null;
}

/** One of the types of a union, which holds records of several kinds: that there is one of this kind is a datum. */
export interface Lid {
  /** That of its `bronhouder`: who may not know whose a record is may not know that it is there. */
  readonly besluit: Besluit;
  /** The source whose record it is; null: of none, so that it can't be shown. */
  readonly subgraaf: Deelgraaf | null;
  /** Something stands on this type, so that a refusal of it is told. */
  readonly gevraagd: boolean;
}

/** What is selected of an object, per concrete type that it can have. */
export interface Selectie {
  /** More than one type is possible, so the source must say which it is. */
  readonly abstract: boolean;
  readonly typen: ReadonlyMap<string, readonly Veld[]>;
  /** Each member of a union, or of what another source only refers to; null where there is none. What is selected of a member that is not granted is not in `typen`. */
  readonly leden: ReadonlyMap<string, Lid> | null;
}

/** Where every response key of the hub begins. */
export const HUB_VOORVOEGSEL = 'ketenhub_';

/** Response keys that the hub adds for itself, to know of what and whom an answer tells. They never leave the hub. */
export const HUB_SLEUTELS = {
  type: 'ketenhub_type',
  id: 'ketenhub_id',
  bronhouder: 'ketenhub_bronhouder',
  record: 'ketenhub_record',
} as const;

/**
 * The same for the bronhouder of a member of a union: a name for each source, so that no other can say in its place whose
 * the record is.
 */
export function lidsleutel(subgraaf: Deelgraaf): string {
  return `${HUB_SLEUTELS.bronhouder}_${subgraaf}`;
}

/** A selection that stands and is denied, for the `errors` of the answer. */
export interface Weigeringspad {
  /** Response keys, "@" for each item of a list. */
  readonly pad: readonly string[];
  /** `Type.field`, or `Type` where a member of a union is denied whole. */
  readonly coordinaat: string;
  readonly besluit: Extract<Besluit, { uitkomst: 'DENY' }>;
}
