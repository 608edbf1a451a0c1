import type { Beperking } from './beperking';
import type { Doel } from './doel';
import type { Fase } from './fase';
import type { Kader } from './kader';
import type { Regime } from './regime';
import type { Rol } from './rol';
import type { Voorwaarde } from './voorwaarde';

/** One rule of a convenant: this source may give these categories to these receivers, for this, then, like so. */
export interface Verstrekking {
  readonly nr: number;
  readonly gegevens: readonly string[];
  /** Suppliers: kinds of partner or partner ids. */
  readonly van: readonly string[];
  /** Receivers: kinds of partner, partner ids, or the chain rollen PROCESREGISSEUR and INFORMATIEMAKELAAR. */
  readonly aan: readonly string[];
  /** Narrows partner-side receivers; null: any partner-side rol. */
  readonly rollen: readonly Rol[] | null;
  readonly doelen: readonly Doel[];
  readonly fasen: readonly Fase[];
  readonly kaders: readonly Kader[];
  readonly beperkingen: readonly Beperking[];
  /** What the supplier attaches to passing on (WGS 2.29(3)). */
  readonly voorwaarden: readonly Voorwaarde[];
  readonly grondslag: string;
  readonly artikel: string;
}

/** One version of a convenant, as read from its file. */
export interface Convenant {
  readonly id: string;
  readonly versie: string;
  readonly titel: string;
  /** An example, never to be signed. */
  readonly voorbeeld: boolean;
  readonly regime: Regime;
  /** In force from this day (ISO) ... */
  readonly van: string;
  /** ... until, not including, this day. */
  readonly tot: string;
  readonly doelen: readonly Doel[];
  /** Partner ids. */
  readonly partijen: readonly string[];
  /** Partijen whose signature under the compiled table counts: who did not sign neither gives nor receives. */
  readonly getekend: readonly string[];
  readonly verstrekkingen: readonly Verstrekking[];
}
