import { type Convenantregel, perItem } from './vloerregel';
import { zonderAccount } from './zonderAccount';

/** Whoever stands outside the WGS is party only where an act gives his kind a task in such a chain. */
export const partijenEigenWet: Convenantregel = {
  artikel: 'AVG 6 lid 3',
  toetsGeheel: (_, partijen) =>
    perItem('partijen', partijen, (partij) =>
      zonderAccount(partij) ? `"${partij.naam}" kan geen account hebben en dus geen partij zijn` : null,
    ),
};
