import { inOrder } from '../source/inOrder';
import type { PersoonInCasus } from '../source/readPersonen';
import type { MunicipalityContext } from './MunicipalityContext';

/**
 * What these persons are to this one. A relation to anyone else does not exist here: not even its count. It is of both, so
 * that of whom nothing may be told it is not told from the other side.
 */
export async function relatiesTot(
  { id }: PersoonInCasus,
  anderen: readonly PersoonInCasus[],
  categorie: string,
  { loaders, zicht }: MunicipalityContext,
): Promise<{ soort: string; betreft: PersoonInCasus }[]> {
  const perId = new Map(anderen.map((ander) => [ander.id, ander]));
  const relaties = inOrder(
    await loaders.relaties.load(id),
    ({ naar }) => naar,
    ({ soort }) => soort,
  );
  return relaties.flatMap(({ naar, soort }) => {
    const betreft = perId.get(naar);
    return betreft === undefined || zicht.bezwaard(betreft, [categorie]) ? [] : [{ soort, betreft }];
  });
}
