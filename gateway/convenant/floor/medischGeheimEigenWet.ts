import { onderGeheim } from './medischGeheim';
import { gronden, perItem, type Vloerregel } from './vloerregel';
import { isArtikel, type Wet, wetVan } from './wetten';

/**
 * Medical secrecy is broken by the act on treatment itself, or by one that sets it aside in a crisis, and for no other
 * doel than that act serves. The recorded ground of each record (MET_GROND) is asked as well, whatever the convenant says.
 */
export const medischGeheimEigenWet: Vloerregel = {
  artikel: 'BW 7:457; Jeugdwet 7.3.11',
  toets: ({ verstrekking, gegevens, van }) => {
    const geheim = onderGeheim(gegevens, van);
    if (geheim === undefined) return [];
    const doorbrekend = gronden(verstrekking).flatMap((grond) => doorbreekt(grond) ?? []);
    if (doorbrekend.length === 0) {
      const melding = `"${geheim.naam}" valt onder medisch geheim; verwacht "BW 7:457", "Jeugdwet 7.3.11" of een artikel van de Wvggz in de grondslag`;
      return [{ sleutel: 'grondslag', plek: null, melding }];
    }
    return perItem('doelen', verstrekking.doelen, (doel) =>
      doorbrekend.some(({ doelen }) => doelen.includes(doel))
        ? null
        : `"${geheim.naam}" valt onder medisch geheim, en dat wijkt niet voor ${doel}`,
    );
  },
};

function doorbreekt(grond: string): Wet | null {
  const wet = wetVan(grond);
  if (wet?.naam === 'BW' || wet?.naam === 'Wvggz') return wet;
  return isArtikel(grond, 'Jeugdwet', ['7.3.11']) ? wet : null;
}
