import type { Convenant } from '../../../schema/domain/convenant';
import { HUB_ALS_BRON } from '../../../schema/domain/deelgraaf';
import { FASEN } from '../../../schema/domain/fase';
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
  stapsleutels: [],
  uitgever: null,
};

/** Every way to ask that makes a difference here. */
const ASKED = ROLLEN.flatMap((rol) =>
  FASEN.flatMap((fase) =>
    [false, true].map((bevestigd) => ({
      rol,
      fase,
      bevestigd,
      waar: where({ rollen: [rol], fasen: [fase], bevestigd: [bevestigd] }),
    })),
  ),
);

/**
 * What rests on a designation, in every rol, of somebody at the table of a running casus: no convenant can give it, and no
 * doel can take it.
 */
export function evaluateAanwijzing(
  categorie: Gegevenscategorie,
  partner: Ketenpartner,
  convenant: Convenant,
  hosts: ReadonlyMap<Subgraaf, Ketenpartner>,
): Uitkomst {
  const wegen = new Map<string, Weg>();
  const weigeringen = new Map<string, Weigeringsgrond>();
  const byOin = new Map([HUB, ...hosts.values()].map((partner) => [partner.oin, partner]));
  for (const { rol, fase, bevestigd, waar } of ASKED) {
    const casus = { status: 'LOPEND', fase, bevestigd } as const;
    const besluit = decideByAanwijzing(categorie, { aangewezen: true, rol, partner, casus, convenant }, hosts);
    if (besluit.uitkomst === 'DENY') {
      const { reden, artikel } = besluit;
      const known = weigeringen.get(reden)?.waar ?? GEEN;
      weigeringen.set(reden, { reden, artikel, waar: known | waar });
    }
    if (besluit.uitkomst !== 'ALLOW') continue;
    for (const { bronhouder, eigen, beperkingen, voorwaarden, artikel } of besluit.toekenningen) {
      const van = byOin.get(bronhouder);
      const known = wegen.get(bronhouder)?.waar ?? GEEN;
      if (van !== undefined)
        wegen.set(bronhouder, { van, eigen, beperkingen, voorwaarden, artikel, waar: known | waar });
    }
  }
  const verleend = [...wegen.values()].reduce<Situaties>((all, { waar }) => all | waar, GEEN);
  return { wegen: [...wegen.values()], weigeringen: [...weigeringen.values()], verleend };
}
