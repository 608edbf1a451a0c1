import type { Gegevenscatalogus } from '../../../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../../../schema/domain/ketenpartner';
import type { Antwoord, Bron } from '../bron/Bron';
import type { Bronschema } from '../sdl/readBronschema';
import type { Verwijzing } from '../sdl/walkAntwoord';
import type { Verkenning } from './verken';

/** What is known of the source before it is tried. */
export interface Proefgrond {
  readonly bron: Bron;
  readonly schema: Bronschema;
  /** The whole of it as one question. */
  readonly vraag: string;
  readonly catalogus: Gegevenscatalogus;
  readonly partners: Ketenpartners;
  readonly casus: string;
  /** ms within which a source must answer. */
  readonly wachttijd: number;
}

/** One run over a source: each rule finds here what it needs. */
export interface Proef extends Proefgrond {
  /** What of the source is known to be there. */
  readonly verkenning: Verkenning;
  /** Refusals so far, each with what was refused: they must all be one and the same. */
  readonly weigeringen: { readonly naam: string; readonly antwoord: Antwoord }[];
}

/** An entity as it is asked for. */
export function representatie(
  { schema }: Pick<Proefgrond, 'schema'>,
  { type, id }: Verwijzing,
): Readonly<Record<string, unknown>> {
  const { sleutel, elders } = schema.objecten.get(type) ?? { sleutel: null, elders: {} };
  return { __typename: type, [sleutel ?? 'id']: id, ...elders };
}
