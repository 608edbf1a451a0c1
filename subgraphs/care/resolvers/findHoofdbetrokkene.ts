import { RISICONIVEAUS } from '../../../schema/domain/risiconiveau';
import { idOf } from '../../kit';
import type { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';

/** As `elkePersoon`, with what the hub fetched from the police. A level that is none counts as not sent. */
export function findHoofdbetrokkene(reference: {
  readonly id: unknown;
  readonly veiligheidsrisico?: unknown;
}): Hoofdbetrokkene | null {
  const id = idOf(reference);
  if (id === null) return null;
  const { veiligheidsrisico: gestuurd } = reference;
  return { id, veiligheidsrisico: gestuurd === null ? null : RISICONIVEAUS.find((niveau) => niveau === gestuurd) };
}
