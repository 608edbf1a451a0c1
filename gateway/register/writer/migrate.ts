import { Migrator, type Kysely, type Migration } from 'kysely';
import type { RegisterTables } from './tables';

/** Brings the tables to the latest form. Throws when that fails. */
export async function migrate(db: Kysely<RegisterTables>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('migration of the register tables failed', { cause: error });
}
