import { perItem, type Kant, type Vloerregel } from './vloerregel';

/** Who stands outside the act neither gives nor receives through the hub: only single disclosures, by hand. */
export const buitenDeWet: Vloerregel = {
  artikel: 'WGS 2.27; BGS 2.21 lid 3',
  toets: ({ van, aan }) => [...perItem('van', van, buiten), ...perItem('aan', aan, buiten)],
};

function buiten(kant: Kant): string | null {
  return kant.wgs === 'BUITEN' ? `${kant.naam} staat buiten de wet en kan niets geven of krijgen` : null;
}
