import { perItem, type Vloerregel } from './vloerregel';

/** Justitiele, strafvorderlijke and tenuitvoerleggingsgegevens come from the OM only. */
export const justitielegegevens: Vloerregel = {
  artikel: 'WGS 2.30 lid 1 onder 8',
  toets: ({ gegevens, van }) => {
    if (!gegevens.some((g) => g.wgs === 8)) return [];
    return perItem('van', van, ({ naam, soort }) =>
      soort === 'OM' ? null : `justitiele gegevens komen alleen van het OM, niet van ${naam}`,
    );
  },
};
