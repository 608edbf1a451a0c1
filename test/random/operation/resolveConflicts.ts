import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  OverlappingFieldsCanBeMergedRule,
  validate,
} from 'graphql';

type Renamed = { -readonly [Key in keyof FieldNode]: FieldNode[Key] };

/**
 * Gives a key of its own to every field that graphql-js would not merge with its namesake. What may share a key keeps
 * sharing it. Changes the document.
 */
export function resolveConflicts(schema: GraphQLSchema, document: DocumentNode): void {
  for (let round = 0; ; round += 1) {
    const clashing = new Set(
      validate(schema, document, [OverlappingFieldsCanBeMergedRule], { maxErrors: 1_000 })
        .map(({ nodes }) => nodes?.at(-1))
        .filter((node) => node?.kind === Kind.FIELD),
    );
    if (clashing.size === 0) return;
    if (round > 50) throw new Error('the fields of a drawn document can not be told apart');
    let nr = 0;
    for (const node of clashing) {
      const renamed: Renamed = node;
      renamed.alias = { kind: Kind.NAME, value: `eigen${round}_${nr}` };
      nr += 1;
    }
  }
}
