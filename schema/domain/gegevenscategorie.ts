import type { Deelgraaf } from './deelgraaf';
import type { Onderwerp } from './onderwerp';
import type { Partnersoort } from './partnersoort';

/** How much a leak of the category would hurt; BIJZONDER is AVG 9, STRAFRECHTELIJK is AVG 10. */
export const GEVOELIGHEDEN = ['BASIS', 'VERTROUWELIJK', 'BIJZONDER', 'STRAFRECHTELIJK'] as const;
type Gevoeligheid = (typeof GEVOELIGHEDEN)[number];

/** One entry of gegevens.yaml: the unit in which a convenant grants. */
export interface Gegevenscategorie {
  readonly naam: string;
  /** Plain Dutch, for people. */
  readonly label: string;
  /** The category of WGS 2.30(1), 1 to 12; null for the dossier of the house itself (WGS 2.32) and for the hub. */
  readonly wgs: number | null;
  readonly subgraaf: Deelgraaf;
  readonly betreft: Onderwerp;
  /** Kinds of partner that may supply it; none for what the hub tells of itself. */
  readonly bronnen: readonly Partnersoort[];
  /** The joint dossier of the casus: nobody's own, so never EIGEN. */
  readonly dossier: boolean;
  readonly gevoeligheid: Gevoeligheid;
  /** Never without a release of the record by its bronhouder. */
  readonly vrijgave: boolean;
  /** Kinds of bronhouder whose records need a recorded ground: medical secrecy (WGS 2.29(2)). */
  readonly grond: readonly Partnersoort[];
}

/** All categories by name. */
export type Gegevenscatalogus = ReadonlyMap<string, Gegevenscategorie>;
