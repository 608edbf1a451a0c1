import type { Besluit } from '../../schema/domain/besluit';
import type { Casusfeiten } from '../../schema/domain/casusfeiten';
import type { Convenant } from '../../schema/domain/convenant';
import { HUB_ALS_BRON } from '../../schema/domain/deelgraaf';
import type { Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import { INZAGEROLLEN } from '../../schema/domain/inzagerol';
import type { Ketenpartner } from '../../schema/domain/ketenpartner';
import { OP_AANWIJZING, type Onderwerp } from '../../schema/domain/onderwerp';
import type { Reden } from '../../schema/domain/reden';
import { REGISTERRECHTEN } from '../../schema/domain/registerrecht';
import type { Rol } from '../../schema/domain/rol';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { TAFELROLLEN } from '../../schema/domain/tafelrol';

/** As what a medewerker asks: designated by his partner at all, and in which rol he acts now. */
export interface Aangewezene {
  readonly aangewezen: boolean;
  /** null: in none, or in none that he named. */
  readonly rol: Rol | null;
  /** Whose medewerker he is; null: nobody's that matters. */
  readonly partner: Pick<Ketenpartner, 'id'> | null;
  /** null: outside any casus. */
  readonly casus: Pick<Casusfeiten, 'status' | 'fase' | 'bevestigd'> | null;
  /** That of the casus. */
  readonly convenant: Pick<Convenant, 'partijen' | 'getekend'> | null;
}

type Hosts = ReadonlyMap<Subgraaf, Ketenpartner>;

const ARTIKELEN: Readonly<Partial<Record<Onderwerp, string>>> = {
  ZELF: 'WGS 1.8 lid 2',
  REGELS: 'BGS 1.18',
  VERLOOP: 'WGS 2.31',
};

/** Whether a category rests on a designation: what is about the requester himself, the rules of the chain, the register. */
export function isByAanwijzing({ betreft }: Gegevenscategorie): boolean {
  return OP_AANWIJZING.includes(betreft);
}

/**
 * Decides what no convenant can give: what is about himself is for anybody whom his partner designated; the rules are
 * for who looks into them by his rol, privacy officer or auditor (BGS 1.18), and tell of no person and no casus; the
 * register is for whom `REGISTERRECHTEN` names; the verloop of a casus for who sits at its table.
 */
export function decideByAanwijzing(
  { naam, betreft, subgraaf }: Gegevenscategorie,
  aangewezene: Aangewezene,
  hosts: Hosts,
): Besluit {
  const categorieen = [naam];
  const artikel = betreft === 'REGISTER' ? articleOf(naam) : (ARTIKELEN[betreft] ?? null);
  const bronhouder = subgraaf === 'hub' ? HUB_ALS_BRON : hosts.get(subgraaf)?.oin;
  const reden = whyNot(naam, betreft, aangewezene, hosts);
  if (reden !== null || artikel === null || bronhouder === undefined) {
    return { uitkomst: 'DENY', reden: reden ?? 'ROL_NIET_GEDEKT', artikel, categorieen };
  }
  const own = { categorie: naam, bronhouder, eigen: true, beperkingen: [], artikel, voorwaarden: [] };
  return { uitkomst: 'ALLOW', artikel, toekenningen: [own], categorieen };
}

function whyNot(naam: string, betreft: Gegevenscategorie['betreft'], wie: Aangewezene, hosts: Hosts): Reden | null {
  if (!wie.aangewezen) return 'ROL_NIET_GEDEKT';
  if (betreft === 'ZELF') return null;
  if (betreft === 'REGELS') return INZAGEROLLEN.some((rol) => rol === wie.rol) ? null : 'ROL_NIET_GEDEKT';
  if (betreft === 'VERLOOP') return TAFELROLLEN.some((rol) => rol === wie.rol) ? whyNotAtTable(wie) : 'ROL_NIET_GEDEKT';
  const recht = Object.hasOwn(REGISTERRECHTEN, naam) ? REGISTERRECHTEN[naam] : undefined;
  if (betreft !== 'REGISTER' || recht === undefined || !recht.rollen.some((rol) => rol === wie.rol)) {
    return 'ROL_NIET_GEDEKT';
  }
  if (recht.waar === 'IN_CASUS') return whyNotInCasus(wie);
  if (wie.casus !== null) return 'ROL_NIET_GEDEKT';
  const huis = hosts.get('municipality')?.id;
  return recht.waar === 'VAN_HET_HUIS' && (huis === undefined || wie.partner?.id !== huis)
    ? 'PARTNER_NIET_GEDEKT'
    : null;
}

/** A casus that is being closed tells nothing any more, one that is not confirmed nothing yet (WGS 2.31). */
function whyNotInCasus(wie: Aangewezene): Reden | null {
  if (wie.casus?.fase === 'AFSLUITING') return 'CASUS_AFGESCHERMD';
  return whyNotAtTable(wie) ?? (wie.casus?.bevestigd === true ? null : 'CASUS_NIET_BEVESTIGD');
}

/** Who sits there brings a casus on, to its very end, but not once it is closed off. */
function whyNotAtTable({ partner, casus, convenant }: Aangewezene): Reden | null {
  if (partner === null || casus === null || convenant === null) return 'ROL_NIET_GEDEKT';
  if (casus.status !== 'LOPEND') return 'CASUS_AFGESCHERMD';
  if (!convenant.partijen.includes(partner.id)) return 'GEEN_PARTIJ';
  return convenant.getekend.includes(partner.id) ? null : 'NIET_ONDERTEKEND';
}

function articleOf(naam: string): string | null {
  return Object.hasOwn(REGISTERRECHTEN, naam) ? (REGISTERRECHTEN[naam]?.artikel ?? null) : null;
}
