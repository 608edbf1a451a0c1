import { applyMiddleware } from 'graphql-middleware';
import type { GraphQLSchema } from 'graphql';
import { buildSubgraph } from '../graph/buildSubgraph';
import { readLabels } from '../graph/readLabels';
import { createLock } from '../lock/createLock';
import { createRowMiddleware } from '../rows/createRowMiddleware';
import { readComputed } from '../rows/readComputed';
import type { SubgraphDefinition } from '../SubgraphDefinition';

/**
 * The schema as it is served: lock outermost, then rows, then the partner's resolvers. Both are on every field, also
 * those that have no resolver of their own.
 *
 * @param host OIN of the partner that hosts the subgraph
 */
export function createLockedSchema<DB, Loaders>(
  definition: SubgraphDefinition<DB, Loaders>,
  host: string,
): GraphQLSchema {
  const schema = buildSubgraph(definition, definition.references);
  const labels = readLabels(schema);
  for (const type of labels.vindbaar) {
    if (!(type in definition.references)) throw new Error(`${type}: an entity needs a reference resolver`);
  }
  const computed = readComputed(schema, labels, definition.computedFromRows ?? []);
  return applyMiddleware(
    schema,
    createLock(schema, labels, definition.lock),
    createRowMiddleware(labels, host, computed),
  );
}
