import { defineRule } from '../defineRule';

/** WGS 2.31: after AFSLUITING, and when the doeltoets was negative, the casus is closed off: everything is denied. */
export const casusLopend = defineRule(
  'casusLopend',
  'CASUS_AFGESCHERMD',
  ({ situatie: { casus } }) => casus.status === 'LOPEND' && casus.fase !== 'AFSLUITING',
);
