import type { Beperking } from '../../../schema/domain/beperking';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import type { Reden } from '../../../schema/domain/reden';
import type { Voorwaarde } from '../../../schema/domain/voorwaarde';
import type { Situaties } from './situaties';

/** One way by which a category comes to a receiver: from whom, under what. */
export interface Weg {
  readonly van: Ketenpartner;
  /** His own data: no verstrekking. */
  readonly eigen: boolean;
  readonly beperkingen: readonly Beperking[];
  readonly voorwaarden: readonly Voorwaarde[];
  readonly artikel: string;
  /** When it stands open. */
  readonly waar: Situaties;
}

/** When a category is refused for this reason, the one that came closest to a grant. */
export interface Weigeringsgrond {
  readonly reden: Reden;
  readonly artikel: string | null;
  readonly waar: Situaties;
}

/** All that a convenant decides of one category for one receiver, in every situation at once. */
export interface Uitkomst {
  readonly wegen: readonly Weg[];
  /** When any of the wegen stands open. */
  readonly verleend: Situaties;
  readonly weigeringen: readonly Weigeringsgrond[];
}
