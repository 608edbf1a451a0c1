import { sql, type Kysely } from 'kysely';
import type { World } from '../synthetic/world';
import type { SourceDefinition, Tekenaar } from './SourceDefinition';

/** SQLite binds 32766 values in one statement, PostgreSQL 65535. */
const MAX_BINDINGS = 16_000;

export interface SeedOptions {
  readonly seed: number;
  readonly size: 'demo' | number;
}

interface HerkomstDB {
  herkomst: { seed: number; grootte: string };
}

/** The store was filled with synthetic data. */
export async function isSeeded<DB>(db: Kysely<DB>): Promise<boolean> {
  const rows = await herkomstOf(db).selectFrom('herkomst').select('seed').limit(1).execute();
  return rows.length > 0;
}

/** Fills an empty store; leaves any other as it is. */
export async function seed<DB>(
  db: Kysely<DB>,
  definition: SourceDefinition<DB>,
  world: World,
  teken: Tekenaar,
  { seed: number, size }: SeedOptions,
): Promise<void> {
  const tables = Object.entries<readonly object[]>(definition.rows(world, teken));
  for (const [table] of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return;
  }
  for (const [table, rows] of tables) await insert(db, table, rows);
  await herkomstOf(db)
    .insertInto('herkomst')
    .values({ seed: number, grootte: String(size) })
    .execute();
}

async function insert<DB>(db: Kysely<DB>, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const perStatement = Math.max(1, Math.floor(MAX_BINDINGS / Object.keys(first).length));
  for (let from = 0; from < rows.length; from += perStatement) {
    const values = rows.slice(from, from + perStatement);
    await (db as unknown as Kysely<Record<string, object>>).insertInto(table).values(values).execute();
  }
}

function herkomstOf<DB>(db: Kysely<DB>): Kysely<HerkomstDB> {
  return db as unknown as Kysely<HerkomstDB>;
}
