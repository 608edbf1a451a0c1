import type { Gegevenscatalogus } from '../../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';

/** What a convenant is read with. */
export interface Regelgrond {
  readonly catalogus: Gegevenscatalogus;
  readonly partners: Ketenpartners;
}
