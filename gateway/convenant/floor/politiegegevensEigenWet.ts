import { alleenPolitie, UIT } from './politiegegevens';
import { gronden, type Vloerregel } from './vloerregel';
import { isArtikel } from './wetten';

const DOOR = ['16', '18', '19', '20'];

/**
 * Politiegegevens come from the police only, out of Wpg 8 and 13, as everywhere. Without the WGS they leave the police
 * by the Wpg itself: to who belongs to the authority (16), to third parties (18, 19) or within a chain (20).
 */
export const politiegegevensEigenWet: Vloerregel = {
  artikel: 'Wpg 16, 18, 19 en 20',
  toets: ({ verstrekking, gegevens, van }) => {
    if (!gegevens.some((g) => g.wgs === 7)) return [];
    const genoemd = gronden(verstrekking).filter((grond) => /wpg/i.test(grond));
    const uit = genoemd.filter((grond) => isArtikel(grond, 'Wpg', UIT));
    const door = genoemd.filter((grond) => isArtikel(grond, 'Wpg', DOOR));
    const goed = uit.length > 0 && door.length > 0 && uit.length + door.length === genoemd.length;
    const melding =
      'politiegegevens alleen uit Wpg 8 of Wpg 13, en door Wpg 16, 18, 19 of 20; verwacht van elk een, en geen ander artikel van de Wpg';
    return [...alleenPolitie(van), ...(goed ? [] : [{ sleutel: 'grondslag' as const, plek: null, melding }])];
  },
};
