import { buildSubgraphSchema } from '@apollo/subgraph';
import { Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
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
  const typeDefs = parse(printSubgraphSdl(schema));
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const type of entitiesIn(typeDefs)) {
    // Without it `_entities` answers any id with an object that was never looked up.
    resolvers[type] = { ...resolvers[type], __resolveReference: references[type] ?? (() => null) };
  }
  return buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
}

function entitiesIn({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((one) => {
    const keyed = one.kind === Kind.OBJECT_TYPE_DEFINITION && one.directives?.some(({ name }) => name.value === 'key');
    return keyed === true ? [one.name.value] : [];
  });
}
