import type { Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import { gronden, type Kant, type Vloerregel } from './vloerregel';

/**
 * Under medical secrecy nothing flows by a convenant alone. Each record needs its own recorded ground (the beperking
 * MET_GROND, which holds whether the convenant names it or not); a convenant that grants it has to say so.
 */
export const medischGeheim: Vloerregel = {
  artikel: 'WGS 2.29 lid 2; BW 7:457',
  toets: ({ verstrekking, gegevens, van }) => {
    const geheim = onderGeheim(gegevens, van);
    if (geheim === undefined || gronden(verstrekking).includes('WGS 2.29 lid 2')) return [];
    const melding = `"${geheim.naam}" valt onder medisch geheim; verwacht "WGS 2.29 lid 2" in de grondslag`;
    return [{ sleutel: 'grondslag', plek: null, melding }];
  },
};

/** The first category of which one of these suppliers is bound to secrecy. */
export function onderGeheim(
  gegevens: readonly Gegevenscategorie[],
  van: readonly Kant[],
): Gegevenscategorie | undefined {
  return gegevens.find((g) => van.some(({ soort }) => soort !== null && g.grond.includes(soort)));
}
