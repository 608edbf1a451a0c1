import type { Convenant, Verstrekking } from '../../schema/domain/convenant';
import type { Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartner, Ketenpartners } from '../../schema/domain/ketenpartner';

/** One verstrekking of a category, with the partijen that can supply it by that verstrekking. */
interface Grant {
  readonly verstrekking: Verstrekking;
  readonly bronnen: readonly Ketenpartner[];
}

const known = new WeakMap<Convenant, Map<string, readonly Grant[]>>();

/**
 * The verstrekkingen of one category in one convenant. Worked out once for each, so that what a decision costs does not
 * grow with the size of the convenant, nor with how many there are.
 */
export function grantsOf(
  convenant: Convenant,
  categorie: Gegevenscategorie,
  partners: Ketenpartners,
): readonly Grant[] {
  const perCategorie = known.get(convenant) ?? new Map<string, readonly Grant[]>();
  known.set(convenant, perCategorie);
  const found = perCategorie.get(categorie.naam) ?? work(convenant, categorie, partners);
  perCategorie.set(categorie.naam, found);
  return found;
}

function work(convenant: Convenant, { naam, bronnen: soorten }: Gegevenscategorie, partners: Ketenpartners): Grant[] {
  const suppliers = convenant.partijen
    .map((id) => partners.get(id))
    .filter((partner) => partner !== undefined)
    .filter(({ soort }) => soorten.includes(soort));
  return convenant.verstrekkingen
    .filter(({ gegevens }) => gegevens.includes(naam))
    .map((verstrekking) => ({
      verstrekking,
      bronnen: suppliers.filter(({ id, soort }) => verstrekking.van.includes(id) || verstrekking.van.includes(soort)),
    }));
}
