import type { Convenant } from '../../../schema/domain/convenant';
import type { Ketenpartner, Ketenpartners } from '../../../schema/domain/ketenpartner';
import type { Rol } from '../../../schema/domain/rol';
import { KETENROLLEN } from '../../../schema/domain/ketenrol';

/** A column of the matrix: a receiver as a convenant can name one. */
export interface Ontvanger {
  /** Partnersoort, partner id or ketenrol. */
  readonly naam: string;
  /** Whose seat stands for it. */
  readonly partner: Ketenpartner;
  readonly rol: Rol;
}

/**
 * The receivers of a convenant: each kind of its parties, each party to whom a verstrekking gives something by name and
 * not to the others of its kind, and the ketenrollen. For a ketenrol any employer will do, since it inherits nothing from him.
 */
export function listOntvangers(convenant: Convenant, partners: Ketenpartners, rol: Rol): Ontvanger[] {
  const partijen = convenant.partijen.map((id) => partners.get(id)).filter((partner) => partner !== undefined);
  const byName = new Set(convenant.verstrekkingen.flatMap(({ aan }) => aan));
  const ontvangers = new Map<string, Ontvanger>();
  const add = (naam: string, partner: Ketenpartner, as: Rol): void => {
    if (!ontvangers.has(naam)) ontvangers.set(naam, { naam, partner, rol: as });
  };
  for (const partner of partijen) {
    const kindred = partijen.filter(({ soort }) => soort === partner.soort).length > 1;
    add(kindred && byName.has(partner.id) ? partner.id : partner.soort, partner, rol);
  }
  const [employer] = partijen;
  if (employer !== undefined) for (const ketenrol of KETENROLLEN) add(ketenrol, employer, ketenrol);
  return [...ontvangers.values()];
}
