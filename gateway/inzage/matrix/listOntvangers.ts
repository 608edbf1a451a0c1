import type { Convenant } from '../../../schema/domain/convenant';
import type { Ketenpartner, Ketenpartners } from '../../../schema/domain/ketenpartner';
import { KETENROLLEN } from '../../../schema/domain/ketenrol';
import type { Rol } from '../../../schema/domain/rol';
import { PARTNERROLLEN } from '../../decide/situatie';

/** A column of the matrix: a receiver as a convenant can name one. */
export interface Ontvanger {
  /** Partnersoort, partner id or ketenrol. */
  readonly naam: string;
  /** Whose seat stands for it. */
  readonly partner: Ketenpartner;
  /** Rollen in which it receives. */
  readonly rollen: readonly Rol[];
}

/**
 * The receivers of a convenant: each kind of its parties, each party to whom a verstrekking gives something by name and
 * not to the others of its kind, and the ketenrollen. For a ketenrol any employer will do, since it inherits nothing from him.
 *
 * @param named only these: kinds, ids or ketenrollen. A partner that is asked for by his id is a column of his own.
 */
export function listOntvangers(
  convenant: Convenant,
  partners: Ketenpartners,
  named: readonly string[] | null,
): Ontvanger[] {
  const partijen = convenant.partijen.map((id) => partners.get(id)).filter((partner) => partner !== undefined);
  const byName = new Set(convenant.verstrekkingen.flatMap(({ aan }) => aan));
  const ontvangers = new Map<string, Ontvanger>();
  const add = (naam: string, partner: Ketenpartner, rollen: readonly Rol[]): void => {
    if (!ontvangers.has(naam)) ontvangers.set(naam, { naam, partner, rollen });
  };
  for (const id of named ?? []) {
    const partner = partners.get(id);
    if (partner !== undefined) add(partner.id, partner, PARTNERROLLEN);
  }
  for (const partner of partijen) {
    if (named !== null && !named.includes(partner.soort)) continue;
    const kindred = partijen.filter(({ soort }) => soort === partner.soort).length > 1;
    add(kindred && byName.has(partner.id) ? partner.id : partner.soort, partner, PARTNERROLLEN);
  }
  const [employer] = partijen;
  for (const ketenrol of KETENROLLEN) {
    if (employer !== undefined && (named?.includes(ketenrol) ?? true)) add(ketenrol, employer, [ketenrol]);
  }
  return [...ontvangers.values()];
}
