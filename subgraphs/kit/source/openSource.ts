import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { demotekenaar } from './demotekenaar';
import { migrate } from './migrate';
import { postgresStore } from './postgresStore';
import type { World } from '../synthetic/world';
import { isSeeded, seed, type SeedOptions } from './seed';
import type { Source, SourceDefinition } from './SourceDefinition';
import { sqliteStore } from './sqliteStore';

interface Demo extends SeedOptions {
  /** Called only when the store is empty. */
  readonly createWorld: (options: SeedOptions) => World;
}

export interface SourceSettings {
  readonly subgraaf: Subgraaf;
  /** PostgreSQL; null: a SQLite file in `dir`. */
  readonly databaseUrl: string | null;
  readonly dir: string;
  /** Synthetic data for an empty store; null in production. */
  readonly demo: Demo | null;
  /** Told of every statement that is run. */
  readonly onStatement?: (text: string) => void;
}

/**
 * Opens the partner's store, with its tables up to date, and in the demo filled.
 *
 * @throws Error when the store can't be reached, or holds synthetic data in production.
 */
export async function openSource<DB>(definition: SourceDefinition<DB>, settings: SourceSettings): Promise<Source<DB>> {
  const { subgraaf, databaseUrl, dir, demo, onStatement } = settings;
  const store =
    databaseUrl === null ? sqliteStore(join(dir, `${subgraaf}.sqlite`)) : postgresStore(databaseUrl, subgraaf);
  const db = new Kysely<DB>({ dialect: store.dialect, log: ({ query }) => onStatement?.(query.sql) });
  try {
    await db.connection().execute((connection) =>
      store.alone(connection, async () => {
        await migrate(connection, definition, store.schema);
        const seeded = await isSeeded(connection);
        if (demo === null && seeded) throw new Error('the store holds data of the demo, which is not for production');
        if (demo === null) return;
        const teken = demotekenaar(dir);
        await store.atomically(connection, async (all) => {
          if (seeded) await definition.renew?.(all, teken);
          else await seed(all, definition, demo.createWorld(demo), teken, demo);
        });
      }),
    );
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
