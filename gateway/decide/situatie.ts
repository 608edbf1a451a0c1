import type { Casusfeiten } from '../../schema/domain/casusfeiten';
import type { Convenant, Verstrekking } from '../../schema/domain/convenant';
import type { Doel } from '../../schema/domain/doel';
import type { Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartner } from '../../schema/domain/ketenpartner';
import type { Rol } from '../../schema/domain/rol';

/** All that a decision may depend on: who receives, in which rol, for which doel, in which casus, under which convenant. */
export interface Situatie {
  readonly ontvanger: Ketenpartner;
  readonly rol: Rol;
  readonly doel: Doel;
  readonly casus: Pick<Casusfeiten, 'fase' | 'kader' | 'status' | 'bevestigd' | 'tafel'>;
  readonly convenant: Convenant;
  /** Designated by his partner now (BGS 1.11): what is about himself he may then see. */
  readonly aangewezen: boolean;
}

/**
 * One question to the rules: may this category of this supplier reach the receiver by this verstrekking? `bron` is
 * null when the verstrekking has no supplier among the parties; `verstrekking` is null when no verstrekking is asked.
 */
export interface Vraag {
  readonly situatie: Situatie;
  readonly categorie: Gegevenscategorie;
  readonly bron: Ketenpartner | null;
  readonly verstrekking: Verstrekking | null;
}

/** Rollen whose holder acts for his own partner. The chain rollen inherit nothing from their employer. */
export const PARTNERROLLEN: readonly Rol[] = ['MELDER', 'DEELNEMER', 'CASUSREGISSEUR'];
