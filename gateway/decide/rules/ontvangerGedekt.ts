import { defineRule } from '../defineRule';
import { PARTNERROLLEN } from '../situatie';

/** WGS 2.29(1): to this kind of partner, this partner, or this chain rol. A chain rol is named by itself or not at all. */
export const ontvangerGedekt = defineRule('ontvangerGedekt', 'PARTNER_NIET_GEDEKT', ({ situatie, verstrekking }) => {
  const { ontvanger, rol } = situatie;
  const names = PARTNERROLLEN.includes(rol) ? [ontvanger.soort, ontvanger.id] : [rol];
  return verstrekking?.aan.some((naam) => names.includes(naam)) === true;
});
