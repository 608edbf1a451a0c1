import type { Deelgraaf } from './deelgraaf';

/** Asking is disclosing: to ask the host of `aan` is to tell it something of `categorie`. */
export interface Mededeling {
  readonly aan: Deelgraaf;
  readonly categorie: string;
}

/** What the supergraph says of one field: the part of the coordinate table that comes from the partners' SDL. */
export interface Coordinaatlabel {
  /** `Type.field`. */
  readonly coordinaat: string;
  /** Categories that must all be granted. Empty only for keys and `__typename`. */
  readonly categorieen: readonly string[];
  /** Who serves it. */
  readonly subgraaf: Deelgraaf;
  /** Who must be told what before it can be answered: keys of entities, @requires, and what those ask in turn. */
  readonly vraagt: readonly Mededeling[];
  /** Categories that each argument reads. */
  readonly argumenten: Readonly<Record<string, readonly string[]>>;
}
