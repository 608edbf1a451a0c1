import { BEZOEKWIJZEN } from '../../../schema/domain/bezoekwijze';
import { RISICONIVEAUS } from '../../../schema/domain/risiconiveau';
import { idOf } from '../../kit';
import type { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';

/** As `elkePersoon`, with what the hub fetched from the police. A value that is none of its kind counts as not sent. */
export function findHoofdbetrokkene(reference: {
  readonly id: unknown;
  readonly veiligheidsrisico?: unknown;
  readonly bezoekadvies?: unknown;
}): Hoofdbetrokkene | null {
  const id = idOf(reference);
  if (id === null) return null;
  return {
    id,
    veiligheidsrisico: oneOf(RISICONIVEAUS, reference.veiligheidsrisico),
    bezoekadvies: oneOf(BEZOEKWIJZEN, reference.bezoekadvies),
  };
}

function oneOf<T extends string>(values: readonly T[], sent: unknown): T | null | undefined {
  return sent === null ? null : values.find((value) => value === sent);
}
