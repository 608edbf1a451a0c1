import { defineRule } from '../defineRule';
import { PARTNERROLLEN } from '../situatie';

/** WGS 1.8(2), BGS 1.11: persons have access by their rol, so far as the verstrekking narrows to rollen. */
export const rolGedekt = defineRule('rolGedekt', 'ROL_NIET_GEDEKT', ({ situatie, verstrekking }) => {
  if (!PARTNERROLLEN.includes(situatie.rol)) return verstrekking !== null;
  return verstrekking !== null && (verstrekking.rollen === null || verstrekking.rollen.includes(situatie.rol));
});
