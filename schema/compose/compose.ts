import { composeServices } from '@apollo/composition';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { STANDAARDADRESSEN } from '../domain/adressen';
import type { Gegevenscatalogus } from '../domain/gegevenscategorie';
import type { Subgraaf } from '../domain/subgraaf';
import { checkLabels } from './checkLabels';
import { readLabels } from './readLabels';

/** The composed graph as text: for the gateway, and for frontends. */
export interface Composition {
  readonly supergraph: string;
  readonly api: string;
}

/** What kept the subgraphs from becoming one graph: each line says where and what to do. */
export class Compositiefout extends Error {
  override readonly name = 'Compositiefout';
  constructor(readonly meldingen: readonly string[]) {
    super(meldingen.join('\n'));
  }
}

/**
 * Composes committed SDL into one supergraph and refuses it when a label is missing or wrong.
 *
 * @throws Compositiefout
 */
export function compose(sdl: Readonly<Record<Subgraaf, string>>, catalogus: Gegevenscatalogus): Composition {
  const names: Subgraaf[] = ['care', 'municipality', 'police'];
  const composed = composeServices(
    names.map((name) => ({ name, url: STANDAARDADRESSEN[name], typeDefs: parse(sdl[name]) })),
  );
  if (composed.supergraphSdl === undefined) {
    throw new Compositiefout(composed.errors.map((fout) => fout.message));
  }
  const supergraph = composed.supergraphSdl;
  const fouten = checkLabels(supergraph, readLabels(supergraph), catalogus);
  if (fouten.length > 0) throw new Compositiefout(fouten.map((fout) => `${fout.coordinaat}: ${fout.melding}`));
  const api = composed.schema.toAPISchema().toGraphQLJSSchema();
  return { supergraph: `${supergraph.trim()}\n`, api: `${printSchema(lexicographicSortSchema(api))}\n` };
}
