import { VOOR_DE_DOELTOETS } from '../../../schema/domain/fase';
import { defineRule } from '../defineRule';

/** WGS 2.31: until a positive doeltoets only data of the melder's own, and the joint dossier, are shared. */
export const vanMelder = defineRule('vanMelder', 'BRON_NIET_MELDER', ({ situatie, categorie, bron }) => {
  const { casus, convenant } = situatie;
  if (convenant.regime !== 'WGS' || !VOOR_DE_DOELTOETS.includes(casus.fase)) return true;
  if (categorie.dossier || categorie.betreft === 'CASUS') return true;
  return casus.tafel.some(({ partner, rol }) => rol === 'MELDER' && partner === bron?.id);
});
