import { type Convenantregel, perItem } from './vloerregel';

/** Who takes part stands in the act; nobody else can be party. */
export const partijenWgs: Convenantregel = {
  artikel: 'WGS 2.27',
  toetsGeheel: (_, partijen) =>
    perItem('partijen', partijen, ({ naam, wgs }) =>
      wgs === 'BUITEN' ? `"${naam}" staat buiten de wet en kan geen partij zijn` : null,
    ),
};
