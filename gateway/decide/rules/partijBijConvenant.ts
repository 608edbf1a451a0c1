import { defineRule } from '../defineRule';

/** WGS 2.27: only who takes part receives. */
export const partijBijConvenant = defineRule('partijBijConvenant', 'GEEN_PARTIJ', ({ situatie }) =>
  situatie.convenant.partijen.includes(situatie.ontvanger.id),
);
