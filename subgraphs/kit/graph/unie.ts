import 'reflect-metadata';
import { type ClassType, createUnionType } from 'type-graphql';

/** What a resolver returns for a union: a row that says which of its types it is. */
export type Lid<Type extends string = string, Rij = unknown> = Rij & { readonly __typename: Type };

/** A union of the graph. Each of its types needs a labelled `bronhouder`, or `@Verwijst` where it is of another source. */
export function unie<const Types extends readonly ClassType[]>(
  name: string,
  description: string,
  types: () => Types,
): ReturnType<typeof createUnionType<Types>> {
  return createUnionType({ name, description, types, resolveType: (rij) => (rij as Lid).__typename });
}
