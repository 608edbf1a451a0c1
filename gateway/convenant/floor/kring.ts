import { VOOR_DE_DOELTOETS } from '../../../schema/domain/fase';
import { perItem, type Vloerregel } from './vloerregel';

/** Identity, being known to care or police, relations. 2 (BSN), 4 and 5 (money) and the rest are never needed. */
const VOOR_DE_KRING: readonly (number | null)[] = [null, 1, 6, 7, 9];

/** The directe kring is shared only as far as needed, and not before the casus has passed its doeltoets. */
export const kring: Vloerregel = {
  artikel: 'BGS 2.19',
  toets: ({ verstrekking, gegevens }) => {
    const vroeg = verstrekking.fasen.find((f) => VOOR_DE_DOELTOETS.includes(f));
    return perItem('gegevens', gegevens, ({ naam, betreft, wgs }) => {
      if (betreft !== 'KRINGLID') return null;
      if (vroeg !== undefined) return `"${naam}" gaat over de directe kring en kan niet in ${vroeg}`;
      return VOOR_DE_KRING.includes(wgs) ? null : `"${naam}" is van de directe kring niet nodig`;
    });
  },
};
