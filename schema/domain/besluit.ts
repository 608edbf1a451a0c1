import type { Verlening } from './delegatie';
import type { Reden } from './reden';
import type { Voorwaarde } from './voorwaarde';

/** A verlening with what it rests on. Only the verlening itself travels to the source. */
export interface Toekenning extends Verlening {
  readonly artikel: string;
  /** Conditions of the supplier, which stick to the datum. */
  readonly voorwaarden: readonly Voorwaarde[];
}

/** What was decided of one category or coordinate for one requester. UNDECIDED denies, and is reported as a fault. */
export type Besluit =
  | {
      readonly uitkomst: 'ALLOW';
      readonly artikel: string;
      readonly toekenningen: readonly Toekenning[];
      readonly categorieen: readonly string[];
    }
  | {
      readonly uitkomst: 'DENY';
      readonly reden: Reden;
      readonly artikel: string | null;
      readonly categorieen: readonly string[];
    }
  | { readonly uitkomst: 'UNDECIDED'; readonly categorieen: readonly string[] };
