import type { Risiconiveau } from '../../../schema/domain/risiconiveau';
import { newestFirst, type Gegevensrij, type SubgraphContext } from '../../kit';

export type Risico = Gegevensrij & { readonly id: string; readonly niveau: Risiconiveau; readonly peildatum: string };

const RISICO = ['politie.risico'];

/**
 * The latest of the risicos that this requester may see, each by its own bronhouder; undefined: none. A value is made of
 * this one alone: the earlier ones are not given by it, and what is decided about them does not touch it.
 */
export function findLaatsteRisico(risicos: readonly Risico[], zicht: SubgraphContext['zicht']): Risico | undefined {
  const seen = risicos.filter((rij) => zicht.ziet(rij, RISICO));
  const latest = newestFirst(seen, ({ peildatum }) => peildatum).slice(0, 1);
  return zicht.zichtbaar(latest, RISICO)[0];
}
