import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import type { Store } from './Store';

/** How long to wait for another process that fills the store. */
const BUSY_MS = 15_000;

/** A file of the partner itself; made when it is not there. */
export function sqliteStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Database(file, { timeout: BUSY_MS });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  return {
    dialect: new SqliteDialect({ database: database }),
    schema: null,
    async alone(connection, work) {
      await sql`begin immediate`.execute(connection);
      try {
        await work();
        await sql`commit`.execute(connection);
      } catch (error) {
        await sql`rollback`.execute(connection);
        throw error;
      }
    },
    // `alone` is one transaction already.
    atomically: (connection, work) => work(connection),
  };
}
