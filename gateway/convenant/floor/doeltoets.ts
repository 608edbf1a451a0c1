import { VOOR_DE_DOELTOETS } from '../../../schema/domain/fase';
import { perItem, type Vloerregel } from './vloerregel';

/**
 * Until a positive doeltoets only the melder's own data may be shared. Whose those are differs per casus and is decided
 * there (`vanMelder`); of anybody's a convenant gives no more before it than what identifies a person.
 */
export const doeltoets: Vloerregel = {
  artikel: 'WGS 2.31',
  toets: ({ verstrekking, gegevens }) => {
    const fase = verstrekking.fasen.find((f) => VOOR_DE_DOELTOETS.includes(f));
    if (fase === undefined) return [];
    return perItem('gegevens', gegevens, ({ naam, wgs, grond }) =>
      // What somebody under medical secrecy knows identifies nobody, whatever it is about.
      (wgs === null || wgs === 1) && grond.length === 0
        ? null
        : `"${naam}" kan niet in ${fase}; tot de doeltoets alleen dossier en identiteit`,
    );
  },
};
