import type { World } from '../../../subgraphs/kit/synthetic/world';

export type Part = 'municipality' | 'police' | 'care';

/** A row of any table, read by the names of its cells. */
export type Row = Readonly<Record<string, unknown>>;

export interface Table {
  readonly part: Part;
  readonly name: string;
  readonly rows: readonly Row[];
}

const PARTS = ['municipality', 'police', 'care'] as const;

/** A part by the names of its tables. */
export const partOf = (world: World, part: Part): Readonly<Record<string, readonly Row[]>> =>
  world[part] as unknown as Readonly<Record<string, readonly Row[]>>;

/** The world as tables: what is done to it must reach those that do not exist yet. */
export const tablesOf = (world: World): Table[] =>
  PARTS.flatMap((part) =>
    Object.entries(partOf(world, part)).map(([name, rows]) => ({
      part,
      name,
      rows,
    })),
  );

/** Some table of the one world has other rows than in the other. */
export const differ = (one: World, other: World): boolean =>
  tablesOf(one).some(({ rows }, index) => JSON.stringify(rows) !== JSON.stringify(tablesOf(other)[index]?.rows));

export function rowsOf(world: World, part: Part, name: string): readonly Row[] {
  const rows = partOf(world, part)[name];
  if (rows === undefined) throw new Error(`the world has no table ${part}.${name}`);
  return rows;
}

/** The same world with other rows in one table. The rows come from rows of that table, so they have its cells. */
export const withRows = (world: World, part: Part, name: string, rows: readonly Row[]): World => ({
  ...world,
  [part]: { ...world[part], [name]: rows },
});

export const text = (row: Row, cell: string): string => {
  const value = row[cell];
  return typeof value === 'string' ? value : '';
};
