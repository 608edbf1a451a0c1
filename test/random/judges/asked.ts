import { type FieldNode, type SelectionSetNode, visit } from 'graphql';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { type Situatie, decideField } from '../../oracle/besluit';
import { findField, isObject, isUnion, possibleTypes } from '../../oracle/sdl';
import { type Vraag, collect, readArgs, subsets } from '../../oracle/selectie';

/** What an operation comes to for a requester, whatever data there is. */
export interface Asked {
  /** The sources that it can need: of the fields he may have, and what those require. */
  readonly sources: ReadonlySet<Subgraaf>;
  /** Variables that stand in denied fields only: they must not go anywhere. */
  readonly deniedVariables: readonly string[];
}

export function readAsked(s: Situatie, vraag: Vraag): Asked {
  const sources = new Set<Subgraaf>();
  const denied = new Set<string>();
  const granted = new Set<string>();
  const { sdl } = s.contract;
  const need = (type: string, name: string): void => {
    const field = findField(sdl, type, name);
    sources.add(field.subgraaf);
    for (const required of field.requires) need(type, required);
  };
  const walk = (type: string, sets: readonly SelectionSetNode[]): void => {
    for (const nodes of collect(sdl, vraag, sets, type).values()) {
      const [node] = nodes;
      const name = node?.name.value ?? '__typename';
      if (node === undefined || name === '__typename') continue;
      if (decideField(s, type, name, Object.keys(readArgs(vraag, node))).reden !== null) {
        nodes.forEach((one) => variablesIn(one, denied));
        continue;
      }
      need(type, name);
      for (const { selectionSet: _, ...one } of nodes) variablesIn(one, granted);
      const { returns } = findField(sdl, type, name);
      if (!isObject(sdl, returns)) continue;
      for (const one of possibleTypes(sdl, returns)) {
        const member = isUnion(sdl, returns);
        if (member && decideField(s, one, 'bronhouder', []).reden !== null) {
          for (const inside of collect(sdl, vraag, subsets(nodes), one).values())
            inside.forEach((node) => variablesIn(node, denied));
          continue;
        }
        // Of a union each source is asked that may have a record in it, whatever of it was selected.
        if (member) need(one, 'bronhouder');
        walk(one, subsets(nodes));
      }
    }
  };
  walk('Query', [vraag.operation.selectionSet]);
  return { sources, deniedVariables: [...denied].filter((name) => !granted.has(name)) };
}

function variablesIn(node: FieldNode, found: Set<string>): void {
  visit(node, { Variable: ({ name }) => void found.add(name.value) });
}

/** The root fields that stand. */
export const rootsOf = (s: Situatie, vraag: Vraag): string[] =>
  [...collect(s.contract.sdl, vraag, [vraag.operation.selectionSet], 'Query').values()].map(
    (nodes) => nodes[0]?.name.value ?? '',
  );
