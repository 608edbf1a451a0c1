/** What is wrong with an entry. Entries count from 0; what belongs to none is said of the first that there is not. */
export interface Fout {
  readonly nr: number;
  readonly melding: string;
}

/** The one that comes first in the register. */
export function firstOf(fouten: readonly (Fout | null)[]): Fout | null {
  return fouten.reduce((first, fout) => (first === null || (fout !== null && fout.nr < first.nr) ? fout : first), null);
}
