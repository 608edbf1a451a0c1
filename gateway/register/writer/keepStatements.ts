import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Database from 'libsql';
import { LRUCache } from 'lru-cache';

/** Number of rows in one insert varies, so there are many texts; the most used ones stay. */
const KEPT = 100;

/**
 * A database that prepares each text once. Kysely would prepare it every time, and libsql 0.5 frees a statement, some 150 kB
 * for a large insert, only when the collector comes by: memory would grow with every append in a burst.
 */
export function keepStatements(database: Database.Database): SqliteDatabase {
  const kept = new LRUCache<string, SqliteStatement>({ max: KEPT });
  return {
    prepare: (text) => {
      const statement = kept.get(text) ?? database.prepare(text);
      kept.set(text, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      database.close();
    },
  };
}
