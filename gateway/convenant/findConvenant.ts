import type { Convenant } from '../../schema/domain/convenant';

/** The version of a convenant in force on a day (ISO date), or null. Versions never overlap: readConvenanten sees to it. */
export function findConvenant(convenanten: readonly Convenant[], id: string, date: string): Convenant | null {
  return convenanten.find((c) => c.id === id && c.van <= date && date < c.tot) ?? null;
}
