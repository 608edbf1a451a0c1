import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { type Backend, CHECKPOINT, KEY, type Row, type Rows, type Scratch, TABLES, TABLE_NAMES } from './backend';

export const sqliteBackend: Backend = {
  name: 'SQLite',
  unavailable: null,
  create: () => {
    const folder = mkdtempSync(join(tmpdir(), 'register-'));
    return Promise.resolve(scratchIn(folder));
  },
};

function scratchIn(folder: string): Scratch {
  const file = join(folder, 'nieuw', 'register.db');
  // Async, so that what libsql throws rejects.
  const using = async <T>(work: (database: Database.Database) => T): Promise<T> => {
    const database = new Database(file, { timeout: 5000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    options: { databaseUrl: null, file, key: KEY, checkpoint: CHECKPOINT },
    rows: () => using(readAll),
    overwrite: (rows) =>
      using((db) => {
        overwrite(db, rows);
      }),
    run: (...statements) =>
      using((db) => {
        statements.forEach((statement) => db.exec(statement));
      }),
    failOn: (sleutel) =>
      using((db) => {
        db.exec(`create trigger stuk before insert on wijzer when new.sleutel = '${sleutel}'
          begin select raise(abort, 'stuk'); end`);
      }),
    hold: () => {
      const database = new Database(file);
      database.exec('begin immediate');
      return Promise.resolve(() => {
        database.exec('rollback');
        database.close();
        return Promise.resolve();
      });
    },
    bytes: () => {
      const names = readdirSync(join(folder, 'nieuw'));
      return Promise.resolve(Buffer.concat(names.map((name) => readFileSync(join(folder, 'nieuw', name)))));
    },
    drop: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** In one transaction: others may be writing. */
function readAll(db: Database.Database): Rows {
  db.exec('begin');
  const read = TABLE_NAMES.map((table) => [
    table,
    db.prepare(`select * from ${table} order by ${TABLES[table]}`).all() as Row[],
  ]);
  db.exec('commit');
  return Object.fromEntries(read) as Rows;
}

function overwrite(db: Database.Database, rows: Rows): void {
  const triggers = db.prepare(`select name from sqlite_master where type = 'trigger'`).all() as { name: string }[];
  for (const { name } of triggers) db.exec(`drop trigger ${name}`);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  db.pragma('synchronous = OFF');
  db.exec('begin immediate');
  for (const table of TABLE_NAMES) {
    db.exec(`delete from ${table}`);
    for (const row of rows[table]) {
      const names = Object.keys(row);
      db.prepare(`insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`).run(
        ...names.map((name) => row[name]),
      );
    }
  }
  db.exec('commit');
}
