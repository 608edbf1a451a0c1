import { defineRule } from '../defineRule';

/** WGS 2.31(2): no foreign datum about a person before a second public partner has confirmed casus and person. */
export const casusBevestigd = defineRule(
  'casusBevestigd',
  'CASUS_NIET_BEVESTIGD',
  ({ situatie, categorie }) => categorie.dossier || categorie.betreft === 'CASUS' || situatie.casus.bevestigd,
);
