import { onderGeheim } from './medischGeheim';
import { gronden, type Vloerregel } from './vloerregel';
import { ontleed, wetVan } from './wetten';

/**
 * Medical secrecy is broken by the act on treatment itself, or by one that sets it aside in a crisis. The recorded ground
 * of each record (MET_GROND) is asked as well, whatever the convenant says.
 */
export const medischGeheimEigenWet: Vloerregel = {
  artikel: 'BW 7:457; Jeugdwet 7.3.11',
  toets: ({ verstrekking, gegevens, van }) => {
    const geheim = onderGeheim(gegevens, van);
    if (geheim === undefined || gronden(verstrekking).some(doorbreekt)) return [];
    const melding = `"${geheim.naam}" valt onder medisch geheim; verwacht "BW 7:457", "Jeugdwet 7.3.11" of een artikel van de Wvggz in de grondslag`;
    return [{ sleutel: 'grondslag', plek: null, melding }];
  },
};

function doorbreekt(grond: string): boolean {
  const wet = wetVan(grond)?.naam;
  return wet === 'BW' || wet === 'Wvggz' || (wet === 'Jeugdwet' && ontleed(grond)?.artikel === '7.3.11');
}
