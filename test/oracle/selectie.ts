import { Kind, parse, valueFromASTUntyped } from 'graphql';
import type {
  DirectiveNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { isOf } from './sdl';
import type { Sdl } from './sdl';

/** A query with its variables filled in. */
export interface Vraag {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly variables: Readonly<Record<string, unknown>>;
}

export function readVraag(query: string, given: Readonly<Record<string, unknown>>): Vraag {
  const { definitions } = parse(query);
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) throw new Error('expected exactly one operation');
  const variables: Record<string, unknown> = {};
  for (const one of operation.variableDefinitions ?? []) {
    const name = one.variable.name.value;
    if (Object.hasOwn(given, name)) variables[name] = given[name];
    else if (one.defaultValue !== undefined) variables[name] = valueFromASTUntyped(one.defaultValue);
  }
  return { operation, fragments: definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION), variables };
}

/** The arguments that are given: one whose variable has no value is not. */
export function readArgs(vraag: Vraag, node: FieldNode | DirectiveNode): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const { name, value } of node.arguments ?? []) {
    if (value.kind === Kind.VARIABLE && !Object.hasOwn(vraag.variables, value.name.value)) continue;
    args[name.value] = valueFromASTUntyped(value, vraag.variables);
  }
  return args;
}

function stands(vraag: Vraag, directives: readonly DirectiveNode[] | undefined): boolean {
  for (const one of directives ?? []) {
    const value = readArgs(vraag, one).if;
    if (one.name.value === 'skip' && value === true) return false;
    if (one.name.value === 'include' && value !== true) return false;
  }
  return true;
}

/** The fields that stand on this concrete type, in order, by response key. */
export function collect(
  sdl: Sdl,
  vraag: Vraag,
  sets: readonly SelectionSetNode[],
  type: string,
): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const applies = (condition: string | undefined): boolean => condition === undefined || isOf(sdl, type, condition);
  const visit = (set: SelectionSetNode): void => {
    for (const one of set.selections) {
      if (!stands(vraag, one.directives)) continue;
      if (one.kind === Kind.FIELD) {
        const key = one.alias?.value ?? one.name.value;
        found.set(key, [...(found.get(key) ?? []), one]);
      } else if (one.kind === Kind.INLINE_FRAGMENT) {
        if (applies(one.typeCondition?.name.value)) visit(one.selectionSet);
      } else {
        const fragment = vraag.fragments.find((it) => it.name.value === one.name.value);
        if (fragment === undefined) throw new Error(`no fragment ${one.name.value}`);
        if (applies(fragment.typeCondition.name.value)) visit(fragment.selectionSet);
      }
    }
  };
  sets.forEach(visit);
  return found;
}

export const subsets = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
