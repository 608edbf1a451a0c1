import { VOOR_DE_DOELTOETS } from '../../../schema/domain/fase';
import { perItem, type Vloerregel } from './vloerregel';

/** Only public parties assess an aanmelding; private ones come in from VERZAMELEN, drawn in by name. */
export const privaat: Vloerregel = {
  artikel: 'WGS 2.31 lid 2 en 3',
  toets: ({ verstrekking, aan }) => {
    const fase = verstrekking.fasen.find((f) => VOOR_DE_DOELTOETS.includes(f));
    if (fase === undefined) return [];
    return perItem('aan', aan, (ontvanger) =>
      ontvanger.wgs === 'PRIVAAT'
        ? `${ontvanger.naam} is privaat en krijgt niets in ${fase}, pas vanaf VERZAMELEN`
        : null,
    );
  },
};
