/** A seat or designation holds from `van` until, not including, `tot`. Not in SQL: text sorts otherwise in every collation. */
export function geldtOp(dag: string, { van, tot }: { readonly van: string; readonly tot: string | null }): boolean {
  return van <= dag && (tot === null || dag < tot);
}
