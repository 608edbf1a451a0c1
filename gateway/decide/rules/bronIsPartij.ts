import { defineRule } from '../defineRule';

/** WGS 2.29(1): the supplier is a party of the convenant, of a kind that holds the category and that the verstrekking names. */
export const bronIsPartij = defineRule(
  'bronIsPartij',
  'BRON_GEEN_PARTIJ',
  ({ situatie, verstrekking, categorie, bron }) =>
    bron !== null &&
    verstrekking !== null &&
    situatie.convenant.partijen.includes(bron.id) &&
    categorie.bronnen.includes(bron.soort) &&
    verstrekking.van.some((naam) => naam === bron.soort || naam === bron.id),
);
