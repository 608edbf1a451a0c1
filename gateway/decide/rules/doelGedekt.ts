import { defineRule } from '../defineRule';

/** WGS 2.25: for this purpose. Use outside the purpose is what goes wrong today. */
export const doelGedekt = defineRule(
  'doelGedekt',
  'DOEL_NIET_GEDEKT',
  ({ situatie, verstrekking }) => verstrekking?.doelen.includes(situatie.doel) === true,
);
