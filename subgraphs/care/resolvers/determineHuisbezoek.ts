import { BEZOEKWIJZEN, type Bezoekwijze } from '../../../schema/domain/bezoekwijze';
import type { Gegevensrij, SubgraphContext } from '../../kit';
import type { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';

type Afspraak = Gegevensrij & { readonly wijze: Bezoekwijze };

/**
 * The most careful of what the police advise and of the afspraken that this requester may see: one that a withheld row
 * could change would tell of that row. null: neither.
 *
 * @throws Error when the hub did not send what the police advise, or a way is none: too low is worse than none.
 */
export function determineHuisbezoek(
  { bezoekadvies }: Hoofdbetrokkene,
  afspraken: readonly Afspraak[],
  zicht: SubgraphContext['zicht'],
): Bezoekwijze | null {
  if (bezoekadvies === undefined) throw new Error('the hub did not send bezoekadvies');
  const wijzen = zicht.zichtbaar(afspraken, ['zorg.huisbezoek']).map(({ wijze }) => wijze);
  if (bezoekadvies !== null) wijzen.push(bezoekadvies);
  const plaatsen = wijzen.map((wijze) => BEZOEKWIJZEN.indexOf(wijze));
  if (plaatsen.includes(-1)) throw new Error('a way to visit that is none');
  return BEZOEKWIJZEN[Math.max(...plaatsen)] ?? null;
}
