import { RISICONIVEAUS, type Risiconiveau } from '../../../schema/domain/risiconiveau';
import type { Gegevensrij, SubgraphContext } from '../../kit';
import { POLITIE } from '../ketenpartners';
import type { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';

type Taxatie = Gegevensrij & { readonly niveau: Risiconiveau };

/**
 * The highest of what the police say and of the risicotaxaties, each counted only if this requester may see it: an
 * outcome that a withheld row could change would tell of that row. null: neither.
 *
 * @throws Error when the level of the police counts and was not sent, or a level is none: too low is worse than none.
 */
export function determineVeiligheidsbeeld(
  { veiligheidsrisico }: Hoofdbetrokkene,
  taxaties: readonly Taxatie[],
  zicht: SubgraphContext['zicht'],
): Risiconiveau | null {
  const niveaus = zicht.zichtbaar(taxaties, ['zorg.risico']).map(({ niveau }) => niveau);
  if (zicht.ziet({ bronhouder: POLITIE }, ['politie.risico'])) {
    if (veiligheidsrisico === undefined) throw new Error('the hub did not send veiligheidsrisico');
    if (veiligheidsrisico !== null) niveaus.push(veiligheidsrisico);
  }
  const hoogten = niveaus.map((niveau) => RISICONIVEAUS.indexOf(niveau));
  if (hoogten.includes(-1)) throw new Error('a level of risk that is none');
  return RISICONIVEAUS[Math.max(...hoogten)] ?? null;
}
