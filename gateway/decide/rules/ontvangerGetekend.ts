import { defineRule } from '../defineRule';

/** WGS 2.25: who has not signed the convenant as it is compiled now receives nothing under it. */
export const ontvangerGetekend = defineRule('ontvangerGetekend', 'NIET_ONDERTEKEND', ({ situatie }) =>
  situatie.convenant.getekend.includes(situatie.ontvanger.id),
);
