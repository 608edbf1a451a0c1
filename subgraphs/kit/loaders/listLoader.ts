import DataLoader from 'dataloader';

/** Well below the bind limits of the stores. */
export const MAX_BATCH = 500;

/** A loader that gets all rows of many keys in one statement. For one request: it remembers what it loaded. */
export function listLoader<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, readonly Row[]> {
  return new DataLoader<Key, readonly Row[]>(
    async (keys) => {
      const perKey = new Map<Key, Row[]>(keys.map((key) => [key, []]));
      for (const row of await fetch(keys)) perKey.get(keyOf(row))?.push(row);
      return keys.map((key) => perKey.get(key) ?? []);
    },
    { maxBatchSize: MAX_BATCH },
  );
}
