import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../schema/domain/ketenpartner';
import type { Coordinaatlabel } from '../schema/domain/labels';
import { vandaag } from '../schema/domain/vandaag';
import type { Verzoekcontext } from './context/openContext';
import { everVisible } from './everVisible';
import { filterSchema } from './introspection/filterSchema';
import type { Regels } from './regels/readRegels';

interface Grond {
  readonly schema: GraphQLSchema;
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  readonly catalogus: Gegevenscatalogus;
  readonly partners: Ketenpartners;
}

/** Distinct schemas that are kept: a partner has a few, one for each set of rollen that the graph tells apart. */
const MOST = 200;

/**
 * The types of the graph as far as this medewerker could ever see them, by these rules, today; null: nothing of it.
 * Worked out once for each partner and set of rollen.
 */
export function createTypesFor(
  grond: Grond,
): (regels: Regels, context: Pick<Verzoekcontext, 'verzoeker' | 'aanwijzingen'>) => GraphQLSchema | null {
  const known = new LRUCache<string, { readonly schema: GraphQLSchema | null }>({ max: MOST });
  return (regels, { verzoeker: { partner }, aanwijzingen }) => {
    const rollen = [...new Set(aanwijzingen.map(({ rol }) => rol))].sort();
    const today = vandaag();
    const key = JSON.stringify([regels.attest, today, partner.id, rollen]);
    const found = known.get(key);
    if (found !== undefined) return found.schema;
    const inForce = regels.convenanten.filter(({ van, tot }) => van <= today && today < tot);
    const visible = everVisible(grond, regels.decider, inForce, partner, rollen);
    const schema = visible.size === 0 ? null : filterSchema(grond.schema, visible);
    known.set(key, { schema });
    return schema;
  };
}
