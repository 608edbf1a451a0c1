import type { Soort } from '../source/MunicipalityDB';
import type { PersoonInCasus } from '../source/readPersonen';
import type { MunicipalityContext } from './MunicipalityContext';

/** The persons of the casus who are of this kind in it, by id. */
export async function personenAls(soort: Soort, { loaders }: MunicipalityContext): Promise<PersoonInCasus[]> {
  return (await loaders.personen()).filter((persoon) => persoon.soort === soort);
}
