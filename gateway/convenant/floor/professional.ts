import { perItem, type Vloerregel } from './vloerregel';

/** Of professionals identity and contact only. */
export const professional: Vloerregel = {
  artikel: 'WGS 2.30 lid 1 onder 1',
  toets: ({ gegevens }) =>
    perItem('gegevens', gegevens, ({ naam, betreft, wgs }) =>
      betreft === 'PROFESSIONAL' && wgs !== null && wgs !== 1
        ? `"${naam}" kan niet; van een professional alleen identiteit en contact`
        : null,
    ),
};
