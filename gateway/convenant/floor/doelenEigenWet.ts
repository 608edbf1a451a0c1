import { type Convenantregel, gronden, perItem } from './vloerregel';
import { eigenWetVan } from './wetten';

/** A doel of the convenant for which no verstrekking names an act is a doel without a law. */
export const doelenEigenWet: Convenantregel = {
  artikel: 'AVG 5 lid 1 onder b',
  toetsGeheel: ({ doelen, verstrekkingen }) =>
    perItem('doelen', doelen, (doel) =>
      verstrekkingen.some(
        (v) =>
          v.doelen.includes(doel) && gronden(v).some((grond) => eigenWetVan(grond)?.doelen.includes(doel) === true),
      )
        ? null
        : `geen verstrekking noemt voor ${doel} een wet die dat doel dient; noem die, of laat het doel weg`,
    ),
};
