import type { Beperking } from '../../../schema/domain/beperking';
import type { Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import type { Reden } from '../../../schema/domain/reden';
import type { Voorwaarde } from '../../../schema/domain/voorwaarde';
import type { Blok } from '../cellen/situaties';
import type { Wegtekst } from '../cellen/wegtekst';

/** What one verstrekking, or the receiver himself, gives: several of one supplier are alternatives. */
interface Celtoekenning {
  /** Partner id. */
  readonly van: string;
  readonly eigen: boolean;
  readonly artikel: string;
  readonly beperkingen: readonly Beperking[];
  readonly voorwaarden: readonly Voorwaarde[];
}

/** One cell of the matrix: all situations in which one receiver has the same of one category, or is refused alike. */
export interface Cel extends Omit<Blok, 'bevestigd'> {
  readonly convenant: string;
  readonly versie: string;
  readonly categorie: string;
  readonly label: string;
  readonly betreft: Gegevenscategorie['betreft'];
  /** Partnersoort, partner id or ketenrol. */
  readonly ontvanger: string;
  readonly besluit: 'ALLOW' | 'DENY';
  /** Of a refusal: that of the verstrekking that came closest. */
  readonly artikel: string | null;
  readonly beperkingen: readonly Beperking[];
  readonly voorwaarden: readonly Voorwaarde[];
  readonly reden: Reden | null;
  readonly toekenningen: readonly Celtoekenning[];
  /** The toekenningen for people: suppliers by their kind. */
  readonly wegen: readonly Wegtekst[];
}
