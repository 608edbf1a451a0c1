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

/**
 * What a bezwaar about a person does not withhold of the person as the dossier has him: that he is there, and that he asked
 * for geheimhouding, for who does not know that can't keep it.
 */
export const ONBEZWAARD: ReadonlySet<string> = new Set([...Object.values(SLEUTELCATEGORIEEN), 'persoon.geheimhouding']);

/** Entities that are a person: what stands in one is about him. */
export const PERSOONSOORTEN: ReadonlySet<string> = new Set(['Hoofdbetrokkene', 'Kringlid', 'Professional']);
