import { defineRule } from '../defineRule';

/** WGS 2.29: nothing flows that no verstrekking of the convenant names. */
export const categorieVerstrekt = defineRule(
  'categorieVerstrekt',
  'GEEN_VERSTREKKING',
  ({ verstrekking, categorie }) => verstrekking?.gegevens.includes(categorie.naam) === true,
);
