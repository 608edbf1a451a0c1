import { perItem, type Kant, type Vloerregel } from './vloerregel';
import { zonderAccount } from './zonderAccount';

/** Who has no act of his own for it neither gives nor receives through the hub: only single disclosures, by hand. */
export const zonderEigenWet: Vloerregel = {
  artikel: 'AVG 6 lid 3',
  toets: ({ van, aan }) => [...perItem('van', van, melding), ...perItem('aan', aan, melding)],
};

function melding(kant: Kant): string | null {
  return zonderAccount(kant) ? `${kant.naam} kan geen account hebben en dus niets geven of krijgen` : null;
}
