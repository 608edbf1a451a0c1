import DataLoader from 'dataloader';
import { MAX_BATCH } from './listLoader';

/** Finds the local number of a person, through the source's koppeling; null: not known here. */
export interface Koppeling {
  loadMany(personen: readonly string[]): Promise<readonly (string | null | Error)[]>;
}

/**
 * A loader of the rows about persons, where the source knows them by a number of its own: one statement for the rows
 * of all persons, and for all such loaders of a request together one for the koppelingen. Each row gets its person.
 */
export function persoonLoader<Row>(
  koppeling: Koppeling,
  fetch: (nummers: readonly string[]) => Promise<readonly Row[]>,
  nummerOf: (row: Row) => string,
): DataLoader<string, readonly (Row & { readonly persoon: string })[]> {
  return new DataLoader(
    async (personen) => {
      const nummers = (await koppeling.loadMany(personen)).map(known);
      const wanted = [...new Set(nummers.filter((nummer) => nummer !== null))];
      const rows = wanted.length === 0 ? [] : await fetch(wanted);
      const perNummer = new Map<string, Row[]>();
      for (const row of rows) perNummer.set(nummerOf(row), [...(perNummer.get(nummerOf(row)) ?? []), row]);
      return personen.map((persoon, index) => {
        const nummer = nummers[index] ?? null;
        return (nummer === null ? [] : (perNummer.get(nummer) ?? [])).map((row) => ({ ...row, persoon }));
      });
    },
    { maxBatchSize: MAX_BATCH },
  );
}

function known(nummer: string | null | Error): string | null {
  if (nummer instanceof Error) throw nummer;
  return nummer;
}
