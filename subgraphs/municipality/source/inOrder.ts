/** Sorts by these texts, ascending, each deciding where those before it tie. By code unit, the same on every store. */
export function inOrder<Row>(rows: readonly Row[], ...keys: readonly ((row: Row) => string)[]): Row[] {
  return [...rows].sort((a, b) => {
    for (const key of keys) {
      if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1;
    }
    return 0;
  });
}
