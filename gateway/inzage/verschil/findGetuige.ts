import type { GraphQLSchema } from 'graphql';
import { type Graaf, WORTELS, lidstap } from '../cellen/graaf';
import type { Cel } from './cel';
import { type Gang, writeGetuige } from './writeGetuige';

/** Where a query can be followed: the graph, as ways and as types. */
export interface Kaart {
  readonly schema: GraphQLSchema;
  readonly graaf: Graaf;
}

/** A query, the cel that it shows, and all that it asks on the way. */
export interface Vondst {
  readonly query: string;
  readonly cel: Cel;
  readonly gevraagd: readonly Cel[];
}

/**
 * The shortest way from the root to any of these cellen, as a query: breadth first over all that may be asked. Several of
 * one length: the first by name.
 *
 * @param open whether a cel may be asked at all.
 */
export function findGetuige(
  { schema, graaf }: Kaart,
  cellen: readonly Cel[],
  open: (cel: Cel) => boolean,
): Vondst | null {
  const gangen = new Map<string, Gang>(WORTELS.map((wortel) => [wortel, []]));
  const found = new Map<string, Gang>();
  const todo = [...WORTELS];
  for (const type of todo) {
    const gang = gangen.get(type) ?? [];
    for (const stap of graaf.get(type) ?? []) {
      const { coordinaat, verplicht } = stap;
      const may = verplicht.every(({ name }) => open({ coordinaat, argument: name }));
      if (!may || !open({ coordinaat, argument: null })) continue;
      if (!found.has(coordinaat)) found.set(coordinaat, [...gang, { stap, als: null }]);
      for (const naar of stap.naar) {
        const lid = lidstap(graaf, stap, naar);
        const enters = lid === null || (lid !== undefined && open({ coordinaat: lid.coordinaat, argument: null }));
        if (gangen.has(naar) || !enters) continue;
        gangen.set(naar, [...gang, { stap, als: stap.abstract ? naar : null }]);
        todo.push(naar);
      }
    }
  }
  const reached = cellen.flatMap((cel) => {
    const gang = found.get(cel.coordinaat);
    return gang === undefined || !open(cel) ? [] : [{ cel, gang }];
  });
  const [shortest] = reached.sort(
    (a, b) => a.gang.length - b.gang.length || compare(a.cel.coordinaat, b.cel.coordinaat),
  );
  if (shortest === undefined) return null;
  const { cel, gang } = shortest;
  const gevraagd = gang.map(({ stap }) => ({ coordinaat: stap.coordinaat, argument: null }));
  return { cel, gevraagd, query: writeGetuige(schema, gang, cel.argument) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
