import type { Kysely } from 'kysely';
import type { Store } from '../../../gateway/register/writer/store';
import type { RegisterTables } from '../../../gateway/register/writer/tables';

type Work = <T>(work: (tx: Kysely<RegisterTables>) => Promise<T>) => Promise<T>;

/** What a test does around every transaction of the stores that are opened from now on. */
export const watch: {
  around: ((write: () => Promise<unknown>) => Promise<unknown>) | null;
  /** Told of each time that lines are added: a transaction that signs a checkpoint adds none. */
  adds: (() => void) | null;
} = { around: null, adds: null };

/** A store as the writer opens it, with the test standing around its transactions. */
export function watched(store: Store): Store {
  const write = (async (work) => {
    const { around } = watch;
    if (around === null) return store.write(work);
    return around(() => store.write(work));
  }) as Work;
  return {
    write,
    add: (tx, additions) => {
      watch.adds?.();
      return store.add(tx, additions);
    },
    read: (work) => store.read(work),
    destroy: (work) => store.destroy(work),
    ready: () => store.ready(),
    close: () => store.close(),
  };
}
