import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { nameKinds } from '../cellen/nameKinds';
import { count, where } from '../cellen/situaties';
import type { Groep } from './groep';
import type { Openingsgroep } from './groupOpenings';
import type { Tijdvak } from './stretches';

/** Openings as they are told: receivers by their kind, and how many cells they come down to. */
export function toGroep(
  { soort, zichtbaar, zonder, partners, ketenrol, blok, gegevens }: Openingsgroep,
  partijen: readonly Ketenpartner[],
  { convenant, van, tot }: Tijdvak,
): Omit<Groep, 'getuige'> {
  const ids = partners.map(({ id }) => id);
  const fields = gegevens.reduce((total, { coordinaten }) => total + coordinaten.length, 0);
  const receivers = ketenrol === null ? partners.length : 1;
  return {
    ...blok,
    convenant,
    van,
    tot,
    soort,
    zichtbaar,
    zonder,
    ontvangers: ketenrol === null ? nameKinds(ids, partijen) : [ketenrol],
    partners: ids,
    gegevens,
    cellen: receivers * count(where(blok)) * fields,
  };
}
