import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { Pool } from 'pg';
import { parseEntry, pointersOf } from '../../../gateway/register/verifier/parseEntry';
import { POSTGRES_MIGRATIONS } from '../../../gateway/register/writer/postgresMigrations';
import { SQLITE_MIGRATIONS } from '../../../gateway/register/writer/sqliteMigrations';
import type { RegisterTables } from '../../../gateway/register/writer/tables';
import { makeDatabase, onEveryStore } from '../../harness/postgres';

/** As entries stood in a register before there was an index of stappen. */
const TEXTS = [
  { soort: 'START' },
  { soort: 'STAP', casus: 'een', verloop: { stap: 'AANMELDEN', nr: 0 } },
  { soort: 'STAP', casus: 'een', verloop: { stap: 'NAAR_FASE', nr: 1 } },
  { soort: 'VOORNEMEN', casus: 'een', verloop: { stap: 'NAAR_FASE', nr: 2 } },
  { soort: 'STAP', casus: 'een', verloop: { stap: 'BRONBESLUIT', nr: 7 } },
  { soort: 'STAP', verloop: { stap: 'AANWIJZEN', nr: 3 } },
  { soort: 'STAP', casus: 'twee', verloop: { stap: 'AANWIJZEN', nr: 3 } },
  { soort: 'ANTWOORD', casus: 'een', operatienaam: '"soort":"STAP"' },
  { soort: 'STAP', casus: 'twee"\'', verloop: { stap: 'AFSCHERMEN', nr: 4 } },
].map((entry, nr) => JSON.stringify({ v: 2, id: `id-${String(nr)}`, tijdstip: '2026-12-01T00:00:00.000Z', ...entry }));

onEveryStore('a register from before there was an index of stappen', (store) => {
  let db: Kysely<RegisterTables>;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    if (store === 'SQLite') {
      db = new Kysely({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
      drop = async () => undefined;
      return;
    }
    const database = await makeDatabase(`ketenhub_stappen_${randomBytes(6).toString('hex')}`);
    const pool = new Pool({ connectionString: database.url, max: 1 });
    pool.on('error', () => undefined);
    db = new Kysely({ dialect: new PostgresDialect({ pool }) });
    drop = () => database.drop();
  });
  afterEach(async () => {
    await db.destroy();
    await drop();
  });

  it('gets the pointers that the verifier expects, and no others', async () => {
    const migrations = store === 'SQLite' ? SQLITE_MIGRATIONS : POSTGRES_MIGRATIONS;
    await migrations['0002_boom']!.up(db);
    for (const [nr, tekst] of TEXTS.entries()) {
      await db
        .insertInto('regel')
        .values({ nr, id: `id-${String(nr)}`, blad: 'b' })
        .execute();
      await db.insertInto('inhoud').values({ nr, tekst }).execute();
    }
    await migrations['0003_stappen']!.up(db);
    const found = await db.selectFrom('wijzer').selectAll().orderBy('nr').execute();
    const expected = TEXTS.flatMap((tekst, nr) =>
      pointersOf(parseEntry(Buffer.from(tekst))!)
        .filter(([soort]) => soort === 'stap')
        .map(([soort, sleutel]) => ({ soort, sleutel, nr })),
    );
    expect(expected.map(({ nr }) => nr)).toEqual([1, 2, 8]);
    expect(found.map(({ soort, sleutel, nr }) => ({ soort, sleutel, nr: Number(nr) }))).toEqual(expected);
  });
});
