import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { createResolversMap } from 'type-graphql';
import { buildClassSchema, printSubgraphSdl, type GraphClasses } from './printSubgraphSdl';

/** What the hub sent of an entity: its key, and the fields that another field `@requires`. Nothing of it is parsed yet. */
export interface Reference {
  readonly id: unknown;
  readonly [field: string]: unknown;
}

/** Finds an entity by what the hub sent of it. null: there is none; the asker can't tell why. */
export type ReferenceResolver<Context> = (reference: Reference, context: Context) => unknown;
export type References<Context> = Readonly<Record<string, ReferenceResolver<Context>>>;

/** The executable federation schema of a partner, not yet locked. */
export function buildSubgraph<Context>(classes: GraphClasses, references: References<Context>): GraphQLSchema {
  const schema = buildClassSchema(classes);
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(references)) {
    // Without it `_entities` answers any id with an object that was never looked up.
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  return buildSubgraphSchema({ typeDefs: parse(printSubgraphSdl(schema)), resolvers: resolvers as never });
}
