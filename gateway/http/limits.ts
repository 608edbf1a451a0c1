import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Words that one document may hold; the parser stops at it, so that no document can exhaust its stack. */
export const MOST_TOKENS = 2_000;
const MOST_DEPTH = 15;
const MOST_ALIASES = 200;

/** Bounds the shape of a document before anything works it out: depth with fragments followed, and aliases. */
export function limits(context: ValidationContext): ASTVisitor {
  const depths = new Map<string, number>();
  const depthOf = (selectionSet: SelectionSetNode | undefined, entered: ReadonlySet<string>): number => {
    let deepest = 0;
    for (const selection of selectionSet?.selections ?? []) {
      const depth =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? depthOfFragment(context.getFragment(selection.name.value), entered)
          : depthOf(selection.selectionSet, entered) + (selection.kind === Kind.FIELD ? 1 : 0);
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  };
  const depthOfFragment = (
    fragment: FragmentDefinitionNode | null | undefined,
    entered: ReadonlySet<string>,
  ): number => {
    if (fragment === null || fragment === undefined) return 0;
    const name = fragment.name.value;
    if (entered.has(name)) return 0;
    const known = depths.get(name) ?? depthOf(fragment.selectionSet, new Set([...entered, name]));
    depths.set(name, known);
    return known;
  };
  let aliases = 0;
  return {
    Field: (field) => {
      if (field.alias !== undefined) aliases += 1;
      if (aliases === MOST_ALIASES + 1) context.reportError(limit(`meer dan ${String(MOST_ALIASES)} aliassen`));
    },
    OperationDefinition: (operation) => {
      const depth = depthOf(operation.selectionSet, new Set());
      if (depth > MOST_DEPTH) context.reportError(limit(`dieper dan ${String(MOST_DEPTH)} niveaus`));
    },
  };
}

function limit(what: string): GraphQLError {
  return new GraphQLError(`De vraag is te groot: ${what}.`, { extensions: { code: 'HUB_LIMIET' } });
}
