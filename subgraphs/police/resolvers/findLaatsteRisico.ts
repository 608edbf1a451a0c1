import type { Risiconiveau } from '../../../schema/domain/risiconiveau';
import { newestFirst, type Gegevensrij, type SubgraphContext } from '../../kit';

export type Risico = Gegevensrij & { readonly id: string; readonly niveau: Risiconiveau; readonly peildatum: string };

/** The latest of the risicos that this requester may see, each by its own bronhouder; undefined: none. */
export function findLaatsteRisico(risicos: readonly Risico[], zicht: SubgraphContext['zicht']): Risico | undefined {
  return newestFirst(zicht.zichtbaar(risicos, ['politie.risico']), ({ peildatum }) => peildatum)[0];
}
