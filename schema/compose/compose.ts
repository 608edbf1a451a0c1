import { composeServices } from '@apollo/composition';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { STANDAARDADRESSEN } from '../domain/adressen';
import type { Gegevenscatalogus } from '../domain/gegevenscategorie';
import type { Coordinaatlabel } from '../domain/labels';
import type { Subgraaf } from '../domain/subgraaf';
import { checkFeatures } from './checkFeatures';
import { type Labelfout, checkLabels } from './checkLabels';
import { readLabels } from './readLabels';

/** The hub answers its own part itself: no address is ever asked. */
const ADRESSEN = { ...STANDAARDADRESSEN, hub: 'https://ketenhub.invalid/hub' } as const;

/** SDL of the sources, and of what the hub tells of itself. */
export type Deelsdl = Readonly<Record<Subgraaf, string>> & { readonly hub?: string };

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
export function compose(sdl: Deelsdl, catalogus: Gegevenscatalogus): Composition {
  const names = ['care', 'hub', 'municipality', 'police'] as const;
  const composed = composeAll(
    names.flatMap((name) => {
      const text = sdl[name];
      return text === undefined ? [] : [{ name, url: ADRESSEN[name], typeDefs: parse(text) }];
    }),
  );
  if (composed.supergraphSdl === undefined) {
    throw new Compositiefout(composed.errors.map((fout) => fout.message));
  }
  const supergraph = composed.supergraphSdl;
  refuse(checkFeatures(parse(supergraph, { noLocation: true })));
  refuse(checkLabels(supergraph, labelsOf(supergraph), catalogus));
  const api = composed.schema.toAPISchema().toGraphQLJSSchema();
  return { supergraph: `${supergraph.trim()}\n`, api: `${printSchema(lexicographicSortSchema(api))}\n` };
}

/** Of some graphs that it can't compose, Apollo's composition trips over its own assertions. */
function composeAll(services: Parameters<typeof composeServices>[0]): ReturnType<typeof composeServices> {
  try {
    return composeServices(services);
  } catch (fout) {
    throw new Compositiefout([`can not be composed: ${fout instanceof Error ? fout.message : 'unknown'}`]);
  }
}

function labelsOf(supergraph: string): ReadonlyMap<string, Coordinaatlabel> {
  try {
    return readLabels(supergraph);
  } catch (fout) {
    throw new Compositiefout([fout instanceof Error ? fout.message : 'the labels could not be read']);
  }
}

function refuse(fouten: readonly Labelfout[]): void {
  if (fouten.length > 0) throw new Compositiefout(fouten.map((fout) => `${fout.coordinaat}: ${fout.melding}`));
}
