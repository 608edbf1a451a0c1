import { defineRule } from '../defineRule';

/** WGS 2.25: who has not signed the convenant as it is compiled now gives nothing under it. */
export const bronGetekend = defineRule(
  'bronGetekend',
  'BRON_NIET_ONDERTEKEND',
  ({ situatie, bron }) => bron !== null && situatie.convenant.getekend.includes(bron.id),
);
