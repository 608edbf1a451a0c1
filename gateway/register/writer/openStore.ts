import { openPostgres } from './openPostgres';
import { openSqlite } from './openSqlite';
import type { Store } from './store';

/** Where a register is. */
export interface RegisterPlace {
  /** PostgreSQL; null for the SQLite file. */
  readonly databaseUrl: string | null;
  /** Its folder is made when it is not there. */
  readonly file: string;
  /** PostgreSQL role that may change tables. Without it `databaseUrl` migrates. */
  readonly adminDatabaseUrl?: string | null;
}

/** Opens the store and brings its tables up to date. */
export function openStore({ databaseUrl, file, adminDatabaseUrl }: RegisterPlace): Promise<Store> {
  return databaseUrl === null ? openSqlite(file) : openPostgres(databaseUrl, adminDatabaseUrl ?? databaseUrl);
}

/** The same by the role that may delete. */
export function openStoreToDestroy({ databaseUrl, file, adminDatabaseUrl }: RegisterPlace): Promise<Store> {
  if (databaseUrl === null) return openSqlite(file);
  const admin = adminDatabaseUrl ?? databaseUrl;
  return openPostgres(admin, admin, true);
}
