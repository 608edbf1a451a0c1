import type { Bezoekwijze } from '../../../schema/domain/bezoekwijze';
import type { Risiconiveau } from '../../../schema/domain/risiconiveau';
import type { SubgraphContext } from '../../kit';
import type { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';
import { type Risico, findLaatsteRisico } from './findLaatsteRisico';

const WIJZEN: ReadonlyMap<Risiconiveau, Bezoekwijze> = new Map([
  ['LAAG', 'ALLEEN'],
  ['MIDDEN', 'MET_TWEE'],
  ['HOOG', 'MET_POLITIE'],
]);

/**
 * How somebody can be visited: by the latest level of risk that this requester may see, and not at home where the visit
 * itself would give the address away. null: nothing to go by.
 *
 * @throws Error when the hub did not send geheimhouding, or the level is none: too low is worse than none.
 */
export function determineBezoekadvies(
  { geheimhouding }: Hoofdbetrokkene,
  risicos: readonly Risico[],
  zicht: SubgraphContext['zicht'],
): Bezoekwijze | null {
  if (geheimhouding === undefined) throw new Error('the hub did not send geheimhouding');
  // Withheld by the municipality from this requester: to advise without it could be too low.
  if (geheimhouding === null) return null;
  if (geheimhouding) return 'NIET_THUIS';
  const laatste = findLaatsteRisico(risicos, zicht);
  if (laatste === undefined) return null;
  const wijze = WIJZEN.get(laatste.niveau);
  if (wijze === undefined) throw new Error('a level of risk that is none');
  return wijze;
}
