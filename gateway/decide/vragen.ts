import type { Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { grantsOf } from './grantsOf';
import type { Situatie, Vraag } from './situatie';

/**
 * All questions that the rules must answer to decide one category: is it the receiver's own, and may it come by each
 * verstrekking from each supplier. The first names neither, so that there is a reason even when nothing else applies.
 */
export function* vragen(situatie: Situatie, categorie: Gegevenscategorie, partners: Ketenpartners): Generator<Vraag> {
  yield { situatie, categorie, bron: null, verstrekking: null };
  if (categorie.bronnen.includes(situatie.ontvanger.soort)) {
    yield { situatie, categorie, bron: situatie.ontvanger, verstrekking: null };
  }
  for (const { verstrekking, bronnen } of grantsOf(situatie.convenant, categorie, partners)) {
    if (bronnen.length === 0) yield { situatie, categorie, bron: null, verstrekking };
    for (const bron of bronnen) yield { situatie, categorie, bron, verstrekking };
  }
}
