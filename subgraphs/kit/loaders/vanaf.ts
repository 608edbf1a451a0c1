/** The rows from this day on; all of them when no day is given. */
export function vanaf<Row>(
  rows: readonly Row[],
  dag: string | null | undefined,
  dayOf: (row: Row) => string,
): readonly Row[] {
  return dag === null || dag === undefined ? rows : rows.filter((row) => dayOf(row) >= dag);
}
