import { INZAGEROLLEN } from '../../../schema/domain/inzagerol';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { ZONDER_CASUS } from '../../../schema/domain/zonderCasus';
import { decideByAanwijzing, isByAanwijzing } from '../../decide/decideByAanwijzing';
import { WORTELS } from '../cellen/graaf';
import { type Cel, categorieenOf } from './cel';
import type { Regelstand } from './regelstand';

/** Whoever is designated in any rol at all, and those whose rol is to look into the rules. */
export const BUITENSTAANDERS = ['ELKE_AANGEWEZENE', ...INZAGEROLLEN] as const;
export type Buitenstaander = (typeof BUITENSTAANDERS)[number];

/**
 * Whether somebody may ask a cel outside any casus, on his designation alone: no convenant is asked, and nobody else has
 * to be told.
 */
export function buitenCasus(stand: Regelstand, wie: Buitenstaander): (cel: Cel) => boolean {
  const { labels, catalogus, partners } = stand;
  const hosts = new Map<Subgraaf, Ketenpartner>();
  for (const partner of partners.values()) if (partner.subgraaf !== null) hosts.set(partner.subgraaf, partner);
  // Of the privacy officers, that of the house may do most.
  const partner = hosts.get('municipality') ?? null;
  const rol = wie === 'ELKE_AANGEWEZENE' ? null : wie;
  const aangewezene = { aangewezen: true, rol, partner, casus: null, convenant: null };
  const given = new Set(
    [...catalogus.values()]
      .filter((categorie) => isByAanwijzing(categorie))
      .filter((categorie) => decideByAanwijzing(categorie, aangewezene, hosts).uitkomst === 'ALLOW')
      .map(({ naam }) => naam),
  );
  return (cel) => {
    const { coordinaat } = cel;
    const [type = '', naam = ''] = coordinaat.split('.');
    if (WORTELS.includes(type) && !ZONDER_CASUS.includes(naam)) return false;
    const categorieen = categorieenOf(stand, cel);
    const alone = labels.get(coordinaat)?.vraagt.length === 0;
    return alone && categorieen.length > 0 && categorieen.every((naam) => given.has(naam));
  };
}
