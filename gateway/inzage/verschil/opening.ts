import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import type { Situaties } from '../cellen/situaties';
import type { Cel } from './cel';
import type { Verteld } from './ontvangerzicht';
import type { Wegtekst } from '../cellen/wegtekst';

/**
 * How a cel opens. NIEUW: what could not be had now can. RUIMER: from another supplier, or under fewer beperkingen or
 * voorwaarden. VERTELT: asking it now tells a host something. ZONDER_BRON: it can now be had at a table where certain hosts have no seat.
 */
export type Openingssoort = 'NIEUW' | 'RUIMER' | 'VERTELT' | 'ZONDER_BRON';

/** One cel that opens for one receiver, and when. */
export interface Opening {
  readonly soort: Openingssoort;
  /** false: the convenant grants it, and no query gets there (yet). */
  readonly zichtbaar: boolean;
  readonly ontvanger: Ketenpartner;
  readonly cel: Cel;
  /** How it comes now. */
  readonly wegen: readonly Wegtekst[];
  /** Of RUIMER: how it came before. */
  readonly was: readonly Wegtekst[];
  /** Who is told what by asking it; of VERTELT only what is new. */
  readonly vertelt: readonly Verteld[];
  /** Of ZONDER_BRON: the hosts (partner ids) that need no seat any more. */
  readonly zonder: readonly string[];
  readonly waar: Situaties;
}
