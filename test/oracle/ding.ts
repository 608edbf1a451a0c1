import type { Subgraaf } from '../../schema/domain/subgraaf';
import type { Gegeven } from '../../subgraphs/kit/synthetic/world';
import type { Situatie } from './besluit';
import type { Rij } from './zichtbaar';

/** An object of the graph: its concrete type, the row it shows, and the record by which that row is judged. */
export interface Ding {
  readonly type: string;
  readonly row: object;
  readonly rij: Rij | null;
}

export type Args = Readonly<Record<string, unknown>>;

/** Finds the objects under a field, all of them and in order: what may not be seen is taken out afterwards. */
export type Objects = (s: Situatie, of: Ding, args: Args) => Ding[];

/** Finds the value of a field without fields of its own. */
export type Leaf = (s: Situatie, of: Ding) => unknown;

/** A record of a source as an object of the graph. */
export const record = (type: string, subgraaf: Subgraaf, row: Gegeven): Ding => ({
  type,
  row,
  rij: { subgraaf, ...row },
});

/** A value object: it belongs to the record that holds it. */
export const part = (type: string, of: Ding, row: object): Ding => ({ type, row, rij: of.rij });

export const idOf = (of: Ding): string => (of.row as { id: string }).id;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In order of the first of these texts that differs. */
export const sortBy = <T>(rows: readonly T[], ...keys: ((row: T) => string)[]): T[] =>
  [...rows].sort((a, b) => {
    for (const key of keys) {
      const order = compare(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  });

/** The latest first; of one day by id. */
export const latestFirst = <T extends { id: string }>(rows: readonly T[], day: (row: T) => string): T[] =>
  [...rows].sort((a, b) => compare(day(b), day(a)) || compare(a.id, b.id));

/** Rows on or after the day of the argument `vanaf`, if it is given. */
export const since = <T>(rows: readonly T[], args: Args, day: (row: T) => string): T[] =>
  rows.filter((row) => typeof args.vanaf !== 'string' || day(row) >= args.vanaf);
