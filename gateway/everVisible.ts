import type { GraphQLSchema } from 'graphql';
import type { Convenant } from '../schema/domain/convenant';
import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import { KETENROLLEN } from '../schema/domain/ketenrol';
import type { Ketenpartner, Ketenpartners } from '../schema/domain/ketenpartner';
import type { Coordinaatlabel } from '../schema/domain/labels';
import type { Rol } from '../schema/domain/rol';
import type { Decider } from './decide/createDecider';
import { PARTNERROLLEN } from './decide/situatie';
import { bereikVan } from './inzage/cellen/bereik';
import { Convenantcellen } from './inzage/cellen/convenantcellen';
import { type Stap, readGraaf } from './inzage/cellen/graaf';
import { ALLE, GEEN, type Situaties, where } from './inzage/cellen/situaties';

interface Grond {
  readonly schema: GraphQLSchema;
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  readonly catalogus: Gegevenscatalogus;
  readonly partners: Ketenpartners;
}

/** When each field, and each of these categories, is given. */
interface Gegeven {
  field(label: Coordinaatlabel): Situaties;
  categories(namen: readonly string[]): Situaties;
}

/**
 * The schema coordinates that somebody of this partner could ever see, with the fields that lead there: under any of the
 * convenanten in force, for any doel, in any fase and kader, in any rol for his partner and in the rollen of the chain
 * that he is designated in, with every host at the table; and what his designation gives outside a casus.
 *
 * @param rollen in which he is designated by this partner; in none, he sees nothing (WGS 1.8(2)).
 */
export function everVisible(
  grond: Grond,
  decider: Decider,
  inForce: readonly Convenant[],
  partner: Ketenpartner,
  rollen: readonly Rol[],
): ReadonlySet<string> {
  const found = new Set<string>();
  if (rollen.length === 0) return found;
  for (const convenant of inForce) {
    const cellen = new Convenantcellen(grond, convenant);
    const chain = KETENROLLEN.filter((rol) => rollen.includes(rol));
    const seated = where({ rollen: [...PARTNERROLLEN, ...chain] }) & cellen.toegang(partner);
    collect(grond, found, {
      field: (label) => seated & cellen.coordinaat(partner, label),
      categories: (namen) => cellen.categorieen(partner, namen),
    });
  }
  for (const rol of rollen) {
    const besluiten = decider.outsideCasus(true, rol, partner);
    const allowed = ({ uitkomst }: { uitkomst: string }): Situaties => (uitkomst === 'ALLOW' ? ALLE : GEEN);
    collect(grond, found, {
      field: ({ coordinaat }) => allowed(besluiten.coordinaat(coordinaat)),
      categories: (namen) => namen.reduce((all, naam) => all & allowed(besluiten.categorie(naam)), ALLE),
    });
  }
  return found;
}

function collect({ schema, labels }: Grond, found: Set<string>, gegeven: Gegeven): void {
  const graaf = readGraaf(schema);
  const argument = (label: Coordinaatlabel, naam: string): Situaties => {
    const read = label.argumenten[naam] ?? [];
    return read.length === 0 ? GEEN : gegeven.categories(read);
  };
  const open = ({ naam, coordinaat, verplicht }: Stap): Situaties => {
    const label = labels.get(coordinaat);
    // A key is the only field without a label; it goes with the object that it names.
    if (label === undefined) return naam === 'id' ? ALLE : GEEN;
    return verplicht.reduce((all, { name }) => all & argument(label, name), gegeven.field(label));
  };
  const bereik = bereikVan(graaf, open);
  for (const stap of [...graaf.values()].flat()) {
    const seen = (bereik.get(stap.type) ?? GEEN) & open(stap);
    if (seen === GEEN) continue;
    found.add(stap.coordinaat);
    const label = labels.get(stap.coordinaat);
    for (const naam of Object.keys(label?.argumenten ?? {})) {
      if (label !== undefined && (seen & argument(label, naam)) !== GEEN) found.add(`${stap.coordinaat}(${naam}:)`);
    }
  }
}
