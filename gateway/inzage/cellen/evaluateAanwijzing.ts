import { HUB_ALS_BRON } from '../../../schema/domain/deelgraaf';
import type { Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { ROLLEN } from '../../../schema/domain/rol';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { decideByAanwijzing } from '../../decide/decideByAanwijzing';
import { GEEN, type Situaties, where } from './situaties';
import type { Uitkomst, Weg, Weigeringsgrond } from './weg';

/** What the hub tells of itself comes from nobody of the chain. */
const HUB: Ketenpartner = {
  id: HUB_ALS_BRON,
  oin: HUB_ALS_BRON,
  naam: HUB_ALS_BRON,
  soort: 'GEMEENTE',
  wgs: 'BUITEN',
  werkgebied: [],
  subgraaf: null,
  account: false,
  sleutel: null,
  uitgever: null,
};

/** What rests on a designation, in every rol: no convenant can give it, and no fase or doel can take it. */
export function evaluateAanwijzing(categorie: Gegevenscategorie, hosts: ReadonlyMap<Subgraaf, Ketenpartner>): Uitkomst {
  const wegen: Weg[] = [];
  const weigeringen: Weigeringsgrond[] = [];
  const byOin = new Map([HUB, ...hosts.values()].map((partner) => [partner.oin, partner]));
  for (const rol of ROLLEN) {
    const waar = where({ rollen: [rol] });
    const besluit = decideByAanwijzing(categorie, { aangewezen: true, rol }, hosts);
    if (besluit.uitkomst === 'DENY') weigeringen.push({ reden: besluit.reden, artikel: besluit.artikel, waar });
    if (besluit.uitkomst !== 'ALLOW') continue;
    for (const { bronhouder, eigen, beperkingen, voorwaarden, artikel } of besluit.toekenningen) {
      const van = byOin.get(bronhouder);
      if (van !== undefined) wegen.push({ van, eigen, beperkingen, voorwaarden, artikel, waar });
    }
  }
  return { wegen, weigeringen, verleend: wegen.reduce<Situaties>((all, { waar }) => all | waar, GEEN) };
}
