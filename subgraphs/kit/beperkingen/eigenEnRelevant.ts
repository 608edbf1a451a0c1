import type { Rol } from '../../../schema/domain/rol';
import type { Rijregel } from './Rijregel';

const REGIE: readonly (Rol | null)[] = ['CASUSREGISSEUR', 'PROCESREGISSEUR'];

/** A partner has its own acties and those that matter to it; who leads the casus has them all (WGS 2.30, necessity). */
export const eigenEnRelevant: Rijregel = (rij, { delegatie }) =>
  REGIE.includes(delegatie.rol) ||
  rij.uitvoerder === delegatie.partner ||
  (rij.relevantVoor ?? []).includes(delegatie.partner);
