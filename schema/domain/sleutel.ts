/**
 * What it tells somebody to be sent the key of an entity: that this casus is there, that this person is in it, that what
 * was advised in it is looked at. So the receiver of a key needs the category that stands here (asking is disclosing).
 */
export const SLEUTELCATEGORIEEN: Readonly<Record<string, string>> = {
  Casus: 'casus.kern',
  Hoofdbetrokkene: 'casus.betrokkenheid',
  Kringlid: 'casus.kring',
  Professional: 'casus.professionals',
  Politieadvies: 'casus.kern',
  Zorgadvies: 'casus.kern',
};

/** Entities that are a person: what stands in one is about him. */
export const PERSOONSOORTEN: ReadonlySet<string> = new Set(['Hoofdbetrokkene', 'Kringlid', 'Professional']);
