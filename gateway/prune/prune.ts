import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  type VariableDefinitionNode,
  isObjectType,
  print,
  visit,
} from 'graphql';
import type { Selectie, Weigeringspad } from '../../schema/domain/selectie';
import { Asked } from './asked';
import { type Beslist, type Walk, buildSelectie } from './buildSelectie';
import { Budget } from './budget';
import type { Gevraagd } from './readOperation';
import { granted, vraagvariabele, writeSelection } from './writeSelection';

/** What is left of the client's operation, and what was taken out. */
export interface Gesnoeid {
  /** The client's own operation with a decision at every field: the guard writes the answer along it. */
  readonly selectie: Selectie;
  /** The operation that may be planned; null when nothing of it is granted. */
  readonly document: DocumentNode | null;
  /** Digest of that operation: a plan made for one requester can never serve another. */
  readonly hash: string;
  /** Variables that are left: the hub's name to the client's. */
  readonly variabelen: ReadonlyMap<string, string>;
  readonly weigeringen: readonly Weigeringspad[];
  /** What the client asked, granted or not. */
  readonly gevraagd: Asked;
}

/**
 * Takes out of an operation what its requester may not see, exactly, for interfaces, unions, fragments, aliases and
 * conditions: what is denied is never asked of the partner who holds it.
 *
 * @throws Hubfout HUB_LIMIET for an operation that is too large.
 */
export function prune(schema: GraphQLSchema, gevraagd: Gevraagd, beslist: Beslist): Gesnoeid {
  const { operation, fragments, variables, limits } = gevraagd;
  const root = schema.getType(gevraagd.root);
  if (!isObjectType(root)) throw new Error(`the graph has no type ${gevraagd.root}`);
  const walk: Walk = { weigeringen: new Map(), asked: new Asked(), sleutels: new Map() };
  const walked = { schema, fragments, variables, budget: new Budget(limits) };
  const selectie = buildSelectie(walked, beslist, walk, [root], [operation.selectionSet], []);
  const rest = { selectie, weigeringen: [...walk.weigeringen.values()], gevraagd: walk.asked };
  if (!(selectie.typen.get(root.name) ?? []).some(granted)) {
    return { ...rest, document: null, hash: '', variabelen: new Map() };
  }
  const selectionSet = writeSelection(schema, beslist, selectie, true);
  const used = variablesIn(selectionSet);
  const variableDefinitions = (operation.variableDefinitions ?? []).flatMap((definition): VariableDefinitionNode[] => {
    const naam = vraagvariabele(definition.variable.name.value);
    if (!used.has(naam)) return [];
    return [{ ...definition, variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: naam } } }];
  });
  const pruned: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { kind: Kind.OPERATION_DEFINITION, operation: operation.operation, variableDefinitions, selectionSet },
    ],
  };
  const variabelen = new Map(
    (operation.variableDefinitions ?? [])
      .map(({ variable }): [string, string] => [vraagvariabele(variable.name.value), variable.name.value])
      .filter(([naam]) => used.has(naam)),
  );
  return { ...rest, document: pruned, hash: createHash('sha256').update(print(pruned)).digest('hex'), variabelen };
}

function variablesIn(selectionSet: SelectionSetNode): Set<string> {
  const names = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
