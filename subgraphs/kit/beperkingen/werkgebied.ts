import type { Rijregel } from './Rijregel';

/** Only what plays in a municipality where the requester's partner works. */
export const werkgebied: Rijregel = (rij, { delegatie }) =>
  rij.gemeente !== undefined && delegatie.werkgebied.includes(rij.gemeente);
