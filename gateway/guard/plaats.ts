import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import type { Gegevensrecord } from './records';

/** Whose data the walk is in. */
export interface Plaats {
  readonly pad: readonly (string | number)[];
  readonly bronhouder: string | null;
  /** The subgraph whose record this is; what another source adds to the same object has another bronhouder. */
  readonly subgraaf: Deelgraaf | null;
  /** One value of several bronhouders at once, each of which its source judged. */
  readonly samen: boolean;
  readonly persoon: string | null;
  /** The entity on which a value stands, and whose its own record is; null: on a record or a part of one. */
  readonly entiteit: {
    readonly id: string;
    readonly bronhouder: string | null;
    readonly subgraaf: Deelgraaf | null;
  } | null;
  /** Of which record a value here is; null: of none that can be named, as what stands on a person itself. */
  readonly record: Gegevensrecord | null;
}

/** The path of the field itself, past the places in its list. */
export function fieldOf(pad: Plaats['pad']): Plaats['pad'] {
  const last = pad.findLastIndex((key) => typeof key === 'string');
  return pad.slice(0, last + 1);
}
