import { idOf, type References } from '../../kit';
import type { Soort } from '../source/MunicipalityDB';
import type { PersoonInCasus } from '../source/readPersonen';
import type { MunicipalityContext } from './MunicipalityContext';

/** A person of the delegation's casus, and there of this kind; anyone else is not there. */
const persoonAls =
  (soort: Soort) =>
  async (reference: { readonly id: unknown }, { loaders }: MunicipalityContext): Promise<PersoonInCasus | null> => {
    const id = idOf(reference);
    return (await loaders.personen()).find((persoon) => persoon.id === id && persoon.soort === soort) ?? null;
  };

export const references: References<MunicipalityContext> = {
  Casus: async (reference, { delegatie, loaders }) => {
    const id = idOf(reference);
    return id === null || id !== delegatie.casus ? null : loaders.casus();
  },
  Hoofdbetrokkene: persoonAls('HOOFDBETROKKENE'),
  Kringlid: persoonAls('KRINGLID'),
  Professional: persoonAls('PROFESSIONAL'),
};
