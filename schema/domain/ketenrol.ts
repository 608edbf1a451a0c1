import type { Rol } from './rol';

/** Rollen of the chain itself: their holder inherits nothing from the partner who employs him. */
export const KETENROLLEN = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'] as const satisfies readonly Rol[];

/** Under which name somebody receives: a chain rol by itself, anyone else as his partner. */
export function ontvangerVan(partner: string, rol: Rol | null): string {
  return KETENROLLEN.find((ketenrol) => ketenrol === rol) ?? partner;
}
