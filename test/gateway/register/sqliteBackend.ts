import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { KEY, type Backend, type Row, type Rows, type Scratch } from './backend';

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
  const all = (database: Database.Database, table: string): Row[] =>
    database.prepare(`select * from ${table} order by 1, 2`).all() as Row[];

  return {
    options: { databaseUrl: null, file, key: KEY },
    rows: () => using((db) => ({ logregel: all(db, 'logregel'), verstrekking: all(db, 'verstrekking') })),
    overwrite: (rows) =>
      using((db) => {
        overwrite(db, rows);
      }),
    run: (...statements) =>
      using((db) => {
        statements.forEach((statement) => db.exec(statement));
      }),
    failOn: (coordinaat) =>
      using((db) => {
        db.exec(`create trigger stuk before insert on verstrekking when new.coordinaat = '${coordinaat}'
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

function overwrite(db: Database.Database, rows: Rows): void {
  for (const { name } of db.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
    name: string;
  }[]) {
    db.exec(`drop trigger ${name}`);
  }
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  db.pragma('synchronous = OFF');
  db.exec('begin immediate; delete from verstrekking; delete from logregel');
  for (const table of ['logregel', 'verstrekking'] as const) {
    for (const row of rows[table]) {
      const names = Object.keys(row);
      db.prepare(`insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`).run(
        ...names.map((name) => row[name]),
      );
    }
  }
  db.exec('commit');
}
