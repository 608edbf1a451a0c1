import DataLoader from 'dataloader';
import { MAX_BATCH } from './listLoader';

/**
 * From the opaque id of a person in the graph to the number by which this source knows him; null: not at all.
 *
 * @param verborgen of whom it may not be told in this casus that he is known: he is not, then
 */
export function koppelingLoader(
  fetch: (personen: readonly string[]) => Promise<readonly { readonly persoon: string; readonly nummer: string }[]>,
  verborgen: (persoon: string) => boolean = () => false,
): DataLoader<string, string | null> {
  return new DataLoader<string, string | null>(
    async (personen) => {
      const nummers = new Map((await fetch(personen)).map(({ persoon, nummer }) => [persoon, nummer]));
      return personen.map((persoon) => (verborgen(persoon) ? null : (nummers.get(persoon) ?? null)));
    },
    { maxBatchSize: MAX_BATCH },
  );
}
