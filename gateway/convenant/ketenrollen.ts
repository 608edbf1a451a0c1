import type { Rol } from '../../schema/domain/rol';

/** Rollen for the chain, not for an employer: they receive only what a convenant gives them by this name. */
export const KETENROLLEN = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'] as const satisfies readonly Rol[];
