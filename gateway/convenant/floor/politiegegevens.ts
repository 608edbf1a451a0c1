import { gronden, perItem, type Doorzakking, type Kant, type Vloerregel } from './vloerregel';
import { isArtikel } from './wetten';

/** What the police keeps its daily work under, and what it supports that with: for these alone it gives. */
export const UIT = ['8', '13'];

/** Politiegegevens come from the police only, and only those of Wpg 8 and 13; of Wpg 9 and 10 never. */
export const politiegegevens: Vloerregel = {
  artikel: 'WGS 2.30 lid 1 onder 7',
  toets: ({ verstrekking, gegevens, van }) => {
    if (!gegevens.some((g) => g.wgs === 7)) return [];
    const genoemd = gronden(verstrekking).filter((grond) => /wpg/i.test(grond));
    const toegestaan = genoemd.length > 0 && genoemd.every((grond) => isArtikel(grond, 'Wpg', UIT));
    const melding = 'politiegegevens alleen uit Wpg 8 of Wpg 13; verwacht die, en geen ander artikel van de Wpg';
    return [...alleenPolitie(van), ...(toegestaan ? [] : [{ sleutel: 'grondslag' as const, plek: null, melding }])];
  },
};

export function alleenPolitie(van: readonly Kant[]): readonly Doorzakking[] {
  return perItem('van', van, ({ naam, soort }) =>
    soort === 'POLITIE' ? null : `politiegegevens komen alleen van de POLITIE, niet van ${naam}`,
  );
}
