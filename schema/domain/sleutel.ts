import { BETROKKENEN } from './betrokkene';

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
 * What a bezwaar about a person does not withhold of the person as the dossier has him: that he is there; that he asked for
 * geheimhouding, for who does not know that can't keep it; and what is worked out of other rows, of which each is judged.
 */
export const ONBEZWAARD: ReadonlySet<string> = new Set([
  ...Object.values(SLEUTELCATEGORIEEN),
  'persoon.geheimhouding',
  'gemeente.schuldindicatie',
]);

/** Entities that are a person: what stands in one is about him. */
export const PERSOONSOORTEN: ReadonlySet<string> = new Set(BETROKKENEN);
