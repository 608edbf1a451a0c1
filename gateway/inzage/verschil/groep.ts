import type { Blok } from '../cellen/situaties';
import type { Getuige } from './getuige';
import type { Verteld } from './ontvangerzicht';
import type { Openingssoort } from './opening';
import type { Wegtekst } from '../cellen/wegtekst';

/** Fields of one label that open alike, and how they come. */
export interface Gegevensgroep {
  readonly categorieen: readonly string[];
  readonly wegen: readonly Wegtekst[];
  readonly was: readonly Wegtekst[];
  readonly vertelt: readonly Verteld[];
  /** `Type.veld`, or `Type.veld(argument:)`. */
  readonly coordinaten: readonly string[];
}

/** Cellen that open in the same way, for the same receivers, in all of the same situations. */
export interface Groep extends Blok {
  /** null: what is about the requester himself, outside any casus. */
  readonly convenant: string | null;
  /** First day, and the day on which it ends; null with `convenant`. */
  readonly van: string | null;
  readonly tot: string | null;
  readonly soort: Openingssoort;
  readonly zichtbaar: boolean;
  /** Of ZONDER_BRON: the hosts that need no seat at the table any more. */
  readonly zonder: readonly string[];
  /** Kinds of partner, partner ids, or one rol of the chain. */
  readonly ontvangers: readonly string[];
  /** Partners that they come down to; of a rol of the chain, who employs its holder. */
  readonly partners: readonly string[];
  readonly gegevens: readonly Gegevensgroep[];
  /** How many cellen: receiver x rol x doel x fase x kader x confirmed or not x coordinate. */
  readonly cellen: number;
  /** A query that now returns something it did not; null where none gets there, and of what closes. */
  readonly getuige: Getuige | null;
}
