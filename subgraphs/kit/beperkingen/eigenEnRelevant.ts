import { ontvangerVan } from '../../../schema/domain/ketenrol';
import type { Rol } from '../../../schema/domain/rol';
import type { Rijregel } from './Rijregel';

const REGIE: readonly (Rol | null)[] = ['CASUSREGISSEUR', 'PROCESREGISSEUR'];

/** A partner has its own acties and those that matter to it; who leads the casus has them all (WGS 2.30, necessity). */
export const eigenEnRelevant: Rijregel = (rij, { delegatie: { partner, rol } }) => {
  const ontvanger = ontvangerVan(partner, rol);
  return REGIE.includes(rol) || rij.uitvoerder === ontvanger || (rij.relevantVoor ?? []).includes(ontvanger);
};
