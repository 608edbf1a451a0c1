import { defineRule } from '../defineRule';

/** The frame of the case bounds the reach: care, care and nuisance, or care, nuisance and crime. */
export const kaderGedekt = defineRule(
  'kaderGedekt',
  'KADER_NIET_GEDEKT',
  ({ situatie, verstrekking }) => verstrekking?.kaders.includes(situatie.casus.kader) === true,
);
