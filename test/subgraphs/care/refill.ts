import { join } from 'node:path';
import { Kysely, sql, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { source } from '../../../subgraphs/care/source/source';
import type { World } from '../../../subgraphs/kit/synthetic/world';
import type { PartnerUnderTest } from '../../harness/startPartner';

/** Puts another world in the SQLite store of a running partner. */
export async function refill(bron: PartnerUnderTest, world: World): Promise<void> {
  await withStore(bron, async (db) => {
    for (const [tabel, rijen] of Object.entries<readonly object[]>(source.rows(world, () => ''))) {
      await sql`delete from ${sql.table(tabel)}`.execute(db);
      if (rijen.length > 0) await db.insertInto(tabel).values(rijen).execute();
    }
  });
}

/** Works on the store of a running partner from outside. */
export async function withStore(
  bron: PartnerUnderTest,
  work: (db: Kysely<Record<string, object>>) => Promise<void>,
): Promise<void> {
  const database = new Database(join(bron.dir, 'care.sqlite'), { timeout: 5000 });
  database.pragma('synchronous = OFF');
  const db = new Kysely<Record<string, object>>({
    dialect: new SqliteDialect({ database }),
  });
  try {
    await db.transaction().execute(work);
  } finally {
    await db.destroy();
  }
}
