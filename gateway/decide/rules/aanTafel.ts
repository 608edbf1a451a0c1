import { defineRule } from '../defineRule';

/** WGS 1.8(2), BGS 1.11: persons have access, and only while they have a seat in this rol at the table of this casus. */
export const aanTafel = defineRule('aanTafel', 'NIET_AAN_TAFEL', ({ situatie: { ontvanger, rol, casus } }) =>
  casus.tafel.some((zetel) => zetel.partner === ontvanger.id && zetel.rol === rol),
);
