import type { Besluit } from '../../schema/domain/besluit';
import { HUB_ALS_BRON } from '../../schema/domain/deelgraaf';
import type { Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import { INZAGEROLLEN } from '../../schema/domain/inzagerol';
import type { Ketenpartner } from '../../schema/domain/ketenpartner';
import { OP_AANWIJZING } from '../../schema/domain/onderwerp';
import type { Rol } from '../../schema/domain/rol';
import type { Subgraaf } from '../../schema/domain/subgraaf';

/** As what a medewerker asks: designated by his partner at all, and in which rol he acts now. */
interface Aangewezene {
  readonly aangewezen: boolean;
  /** null: in none, or in none that he named. */
  readonly rol: Rol | null;
}

const ARTIKELEN = { ZELF: 'WGS 1.8 lid 2', REGELS: 'BGS 1.18' } as const;

/** Whether a category rests on a designation: what is about the requester himself, and the rules of the chain. */
export function isByAanwijzing({ betreft }: Gegevenscategorie): boolean {
  return OP_AANWIJZING.includes(betreft);
}

/**
 * Decides what no convenant can give: what is about himself is for anybody whom his partner designated; the rules are
 * for who looks into them by his rol, privacy officer or auditor (BGS 1.18). They tell of no person and no casus.
 */
export function decideByAanwijzing(
  { naam, betreft, subgraaf }: Gegevenscategorie,
  { aangewezen, rol }: Aangewezene,
  hosts: ReadonlyMap<Subgraaf, Ketenpartner>,
): Besluit {
  const categorieen = [naam];
  const artikel = betreft === 'REGELS' ? ARTIKELEN.REGELS : ARTIKELEN.ZELF;
  const bronhouder = subgraaf === 'hub' ? HUB_ALS_BRON : hosts.get(subgraaf)?.oin;
  const holds = betreft === 'ZELF' || (betreft === 'REGELS' && INZAGEROLLEN.some((inzagerol) => inzagerol === rol));
  if (!aangewezen || !holds || bronhouder === undefined) {
    return { uitkomst: 'DENY', reden: 'ROL_NIET_GEDEKT', artikel, categorieen };
  }
  const own = { categorie: naam, bronhouder, eigen: true, beperkingen: [], artikel, voorwaarden: [] };
  return { uitkomst: 'ALLOW', artikel, toekenningen: [own], categorieen };
}
