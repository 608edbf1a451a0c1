import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { keepStatements } from './keepStatements';
import { migrate } from './migrate';
import { SQLITE_MIGRATIONS, allowDelete } from './sqliteMigrations';
import { retryWhileBusy } from './retryWhileBusy';
import type { Additions, Store } from './store';
import type { RegisterTables } from './tables';

/** Rows of one statement: 3 columns each, well under the 32,766 parameters of SQLite. */
const ROWS = 5_000;

/** The register in one SQLite file. Several processes may hold it open; they take turns. */
export async function openSqlite(file: string): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  const store = new SqliteStore(database);
  try {
    await retryWhileBusy(async () => {
      makeDurable(database);
    });
    await store.write((tx) => migrate(tx, SQLITE_MIGRATIONS));
  } catch (error) {
    database.close();
    throw error;
  }
  return store;
}

/** synchronous=FULL: in WAL mode the commit itself is flushed to disk, not only the checkpoint. */
function makeDurable(database: Database.Database): void {
  database.exec('pragma journal_mode = WAL');
  database.exec('pragma synchronous = FULL');
  database.exec('pragma foreign_keys = ON');
  const mode = JSON.stringify([database.pragma('journal_mode'), database.pragma('synchronous')]);
  if (mode !== '[[{"journal_mode":"wal"}],[{"synchronous":2}]]') {
    throw new Error(`durable SQLite: expected journal_mode wal and synchronous 2, got ${mode}`);
  }
}

class SqliteStore implements Store {
  readonly #database: Database.Database;
  readonly #db: Kysely<RegisterTables>;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#db = new Kysely<RegisterTables>({ dialect: new SqliteDialect({ database: keepStatements(database) }) });
  }

  /**
   * BEGIN IMMEDIATE takes the write lock before the head is read; Kysely's own plain BEGIN would let two read one head. By
   * `exec`, because libsql leaves a prepared BEGIN that met BUSY half run, and then no COMMIT succeeds.
   */
  write<T>(work: (tx: Kysely<RegisterTables>) => Promise<T>): Promise<T> {
    return this.#db.connection().execute(async (tx) => {
      await retryWhileBusy(async () => this.#database.exec('begin immediate'));
      try {
        const result = await work(tx);
        this.#database.exec('commit');
        return result;
      } catch (error) {
        this.#rollback();
        throw error;
      }
    });
  }

  async add(tx: Kysely<RegisterTables>, additions: Additions): Promise<void> {
    for (const table of ['persoonsleutel', 'regel', 'inhoud', 'wijzer', 'knoop'] as const) {
      const rows = additions[table];
      for (let from = 0; from < rows.length; from += ROWS) {
        await tx
          .insertInto(table)
          .values(rows.slice(from, from + ROWS))
          .execute();
      }
    }
  }

  read<T>(work: (db: Kysely<RegisterTables>) => Promise<T>): Promise<T> {
    return work(this.#db);
  }

  /** Pages that come free are overwritten, and the log that still holds them is cut off. */
  async destroy<T>(work: (tx: Kysely<RegisterTables>) => Promise<T>): Promise<T> {
    this.#database.exec('pragma secure_delete = ON');
    const result = await this.write((tx) => allowDelete(tx, () => work(tx)));
    await retryWhileBusy(async () => {
      const [{ busy }] = this.#database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
      if (busy !== 0) throw Object.assign(new Error('somebody still reads'), { code: 'SQLITE_BUSY' });
    });
    return result;
  }

  /** On a full disk SQLite has rolled back already and refuses this one; the first error is the one to tell. */
  #rollback(): void {
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }

  async ready(): Promise<boolean> {
    await this.write((tx) => tx.selectFrom('regel').select('nr').orderBy('nr', 'desc').limit(1).execute());
    return true;
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}
