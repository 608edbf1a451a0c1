import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  parse,
  print,
  validate,
  visit,
} from 'graphql';
import { type Operation, readOperationText, variablesIn } from './operation/drawOperation';

const PARTS: readonly string[] = [
  Kind.OPERATION_DEFINITION,
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
];

/** Everything that can be left out of a document, but for the operation that is asked. */
function isPart(node: ASTNode, asked: string | null): boolean {
  if (node.kind === Kind.OPERATION_DEFINITION && (asked === null || node.name?.value === asked)) return false;
  return PARTS.includes(node.kind);
}

/**
 * Leaves out of an operation that shows something wrong whatever is not needed to show it.
 *
 * @param fails asks the operation and says whether the same is wrong.
 */
export async function reduceOperation(
  schema: GraphQLSchema,
  operation: Operation,
  fails: (smaller: Operation) => Promise<boolean>,
): Promise<Operation> {
  let smallest = operation;
  for (let before = ''; before !== smallest.text;) {
    before = smallest.text;
    for (let at = 0; ;) {
      const smaller = without(schema, smallest, at);
      if (smaller === 'none left') break;
      if (smaller !== 'not valid' && (await fails(smaller))) smallest = smaller;
      else at += 1;
    }
  }
  return smallest;
}

function without(schema: GraphQLSchema, operation: Operation, nth: number): Operation | 'none left' | 'not valid' {
  let met = -1;
  const left = visit(parse(operation.text, { noLocation: true }), {
    enter: (node) => {
      if (!isPart(node, operation.operationName)) return undefined;
      met += 1;
      if (met !== nth) return undefined;
      return null;
    },
  });
  if (met < nth) return 'none left';
  const document = tidy(left);
  if (document.definitions.length === 0 || validate(schema, document).length > 0) return 'not valid';
  const text = print(document);
  // What was filled again is no smaller.
  return text.length < operation.text.length ? readOperationText(text, operation) : 'not valid';
}

/** Fills what became empty, and takes out fragments and variables that nothing uses any more. */
function tidy(document: DocumentNode): DocumentNode {
  const filled = visit(document, {
    SelectionSet: (node): SelectionSetNode | undefined =>
      node.selections.length > 0
        ? undefined
        : { ...node, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] },
  });
  const spread = new Set<string>();
  visit(filled, { FragmentSpread: ({ name }) => void spread.add(name.value) });
  const kept = filled.definitions.filter((one) => one.kind !== Kind.FRAGMENT_DEFINITION || spread.has(one.name.value));
  if (kept.length < filled.definitions.length) return tidy({ ...filled, definitions: kept });
  const definitions = kept.map((one) => {
    if (one.kind !== Kind.OPERATION_DEFINITION) return one;
    const used = variablesIn(filled, one);
    const declared = (one.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
    return { ...one, variableDefinitions: declared };
  });
  return { ...filled, definitions };
}

/** Leaves out of a list whatever is not needed: halves first, then less. */
export async function reduceList<T>(
  all: readonly T[],
  fails: (some: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = all;
  for (let size = Math.ceil(kept.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const some = kept.toSpliced(at, size);
      if (await fails(some)) kept = some;
      else at += size;
    }
  }
  return kept;
}
