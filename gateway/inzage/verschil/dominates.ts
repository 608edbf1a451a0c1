import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import type { Weg } from '../cellen/weg';

/** A weg as one of a category to a receiver, since what a beperking withholds depends on both. */
export interface Plaats {
  readonly weg: Weg;
  readonly categorie: string;
  readonly ontvanger: Ketenpartner;
}

/**
 * Whether all that comes by `next` came by `before` as well: from the same supplier, under no fewer beperkingen and no
 * fewer voorwaarden. A grond is for a category, so under another it is another beperking; a wider werkgebied lets more
 * through. What becomes his own leaves the register, so only what was his own gives as much.
 */
export function dominates(before: Plaats, next: Plaats): boolean {
  const was = before.weg;
  const now = next.weg;
  if (was.van.oin !== now.van.oin || (now.eigen && !was.eigen)) return false;
  if (was.eigen) return true;
  const kept = was.beperkingen.every((beperking) => {
    if (!now.beperkingen.includes(beperking)) return false;
    if (beperking === 'MET_GROND') return before.categorie === next.categorie;
    if (beperking === 'WERKGEBIED') {
      return next.ontvanger.werkgebied.every((gemeente) => before.ontvanger.werkgebied.includes(gemeente));
    }
    return true;
  });
  return kept && was.voorwaarden.every((voorwaarde) => now.voorwaarden.includes(voorwaarde));
}
