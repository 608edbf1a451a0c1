/**
 * What it tells somebody to be sent the key of an entity: that this casus is there, that this person is in it. So the
 * receiver of a key needs the category that stands here (asking is disclosing).
 */
export const SLEUTELCATEGORIEEN: Readonly<Record<string, string>> = {
  Casus: 'casus.kern',
  Hoofdbetrokkene: 'casus.betrokkenheid',
  Kringlid: 'casus.kring',
  Professional: 'casus.professionals',
};
