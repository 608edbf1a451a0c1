import { defineRule } from '../defineRule';
import { PARTNERROLLEN } from '../situatie';

/**
 * WGS 1.5: the bronhouder decides over its own data, so its medewerker needs no verstrekking. Not for the joint dossier,
 * and not for a chain rol, which inherits nothing from its employer. Silent when it does not hold: the convenant speaks.
 */
export const eigenGegevens = defineRule(
  'eigenGegevens',
  null,
  ({ situatie, categorie, bron }) =>
    !categorie.dossier && bron?.id === situatie.ontvanger.id && PARTNERROLLEN.includes(situatie.rol),
);
