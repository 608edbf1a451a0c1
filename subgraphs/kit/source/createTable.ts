import type { CreateTableBuilder, Kysely } from 'kysely';

/** Types that SQLite and PostgreSQL share; `?` may be null. Days are ISO text, booleans 0 or 1, lists JSON text. */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?';

export interface TableShape {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly primaryKey?: readonly string[];
  /** One index for each. */
  readonly indexed?: readonly string[];
}

/** For a migration: one table with its key and indexes. */
export async function createTable<DB>(db: Kysely<DB>, name: string, shape: TableShape): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries(shape.columns)) {
    const kind = type.startsWith('integer') ? 'integer' : 'text';
    table = table.addColumn(column, kind, (definition) => (type.endsWith('?') ? definition : definition.notNull()));
  }
  if (shape.primaryKey !== undefined) table = table.addPrimaryKeyConstraint(`${name}_pk`, [...shape.primaryKey]);
  await table.execute();
  for (const column of shape.indexed ?? []) {
    await db.schema.createIndex(`${name}_${column}`).on(name).column(column).execute();
  }
}
