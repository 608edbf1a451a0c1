import { Migrator, type Kysely, type Migration } from 'kysely';
import type { SourceDefinition } from './SourceDefinition';

/** Of the kit itself: says of a store that it holds synthetic data. */
const herkomst: Migration = {
  async up(db) {
    await db.schema
      .createTable('herkomst')
      .addColumn('seed', 'integer', (column) => column.notNull())
      .addColumn('grootte', 'text', (column) => column.notNull())
      .execute();
  },
};

/** Brings the tables up to date. @throws Error what the first failing migration threw. */
export async function migrate<DB>(
  connection: Kysely<DB>,
  definition: SourceDefinition<DB>,
  schema: string | null,
): Promise<void> {
  const migrations = { '0000_herkomst': herkomst, ...definition.migrations };
  const migrator = new Migrator({
    db: connection,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    ...(schema === null ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed');
}
