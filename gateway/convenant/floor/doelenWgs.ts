import { DOELEN_WGS } from '../../../schema/domain/doel';
import { type Convenantregel, perItem } from './vloerregel';

/** What a Zorg- en Veiligheidshuis may process data for is a closed list. */
export const doelenWgs: Convenantregel = {
  artikel: 'WGS 2.25',
  toetsGeheel: ({ doelen }) =>
    perItem('doelen', doelen, (doel) =>
      DOELEN_WGS.includes(doel)
        ? null
        : `${doel} is geen doel van een Zorg- en Veiligheidshuis; verwacht ${DOELEN_WGS.join(', ')}, of regime EIGEN_WET`,
    ),
};
