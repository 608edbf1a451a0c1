/**
 * Sorts by a day, newest first, then by id. Not in SQL: text sorts otherwise in every collation, and the order must not
 * depend on the store.
 */
export function newestFirst<Row extends { readonly id: string }>(
  rows: readonly Row[],
  dayOf: (row: Row) => string,
): Row[] {
  return [...rows].sort((a, b) => compare(dayOf(b), dayOf(a)) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
