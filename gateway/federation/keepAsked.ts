import { type FragmentDefinitionNode, Kind, type SelectionSetNode, parse, visit } from 'graphql';

/** Response keys of an operation, with what was asked below each; null below a leaf. */
export type Asked = ReadonlyMap<string, Asked | null>;

/** The response keys that one fetch asks, whatever the type they are asked on. */
export function readAsked(operation: string): Asked {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const asked = new Map<string, Asked | null>();
  const { definitions } = parse(operation, { noLocation: true });
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  for (const one of definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) collect(one.selectionSet, fragments, asked);
  return asked;
}

/** The names of all fields that an operation asks, whatever they are called in the answer. */
export function readNames(operation: string): ReadonlySet<string> {
  const names = new Set<string>();
  visit(parse(operation, { noLocation: true }), { Field: ({ name }) => void names.add(name.value) });
  return names;
}

function collect(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  into: Map<string, Asked | null>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      if (selection.selectionSet === undefined) {
        into.set(key, null);
        continue;
      }
      const below = new Map(into.get(key));
      collect(selection.selectionSet, fragments, below);
      into.set(key, below);
    } else {
      const spread = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (spread !== undefined) collect(spread.selectionSet, fragments, into);
    }
  }
}

/**
 * Leaves of an answer what was asked. Answers are merged as they come, so that a key nobody asked of this source could
 * stand in the place of what another source told, or of what the hub keeps of a record.
 *
 * @throws Error where something else stands than objects, lists of them, or nothing.
 */
export function keepAsked(asked: Asked | null, answer: unknown): unknown {
  if (asked === null || answer === null || answer === undefined) return answer;
  if (Array.isArray(answer)) return answer.map((item) => keepAsked(asked, item));
  if (typeof answer !== 'object') throw new Error('answered a value where an object was asked');
  const kept: Record<string, unknown> = {};
  for (const [key, below] of asked) {
    if (Object.hasOwn(answer, key)) kept[key] = keepAsked(below, (answer as Record<string, unknown>)[key]);
  }
  return kept;
}
