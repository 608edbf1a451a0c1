import { defineRule } from '../defineRule';

/** WGS 2.31: what each partner may receive differs per fase. */
export const faseGedekt = defineRule(
  'faseGedekt',
  'FASE_NIET_GEDEKT',
  ({ situatie, verstrekking }) => verstrekking?.fasen.includes(situatie.casus.fase) === true,
);
