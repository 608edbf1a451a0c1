import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Client } from 'pg';
import type { RegisterSource } from '../../../../gateway/register/verifier/openTables';
import { type Rows, TABLES, TABLE_NAMES, type Table } from './rows';

/** The tables of the README and nothing else: no key, check or trigger stands in anybody's way. */
export interface Loose {
  readonly source: RegisterSource;
  /** Replaces the rows of these tables. */
  readonly write: (rows: Partial<Rows>) => Promise<void>;
  /** Statements that make reading a large table bearable. */
  readonly index: (...statements: string[]) => Promise<void>;
  readonly drop: () => Promise<void>;
}

const entries = (rows: Partial<Rows>): [Table, Rows[Table]][] =>
  TABLE_NAMES.flatMap((table): [Table, Rows[Table]][] => (rows[table] === undefined ? [] : [[table, rows[table]]]));

export function looseSqlite(): Promise<Loose> {
  const folder = mkdtempSync(join(tmpdir(), 'register-golden-'));
  const file = join(folder, 'register.sqlite');
  const database = new Database(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = off');
  for (const table of TABLE_NAMES) database.exec(`create table ${table} (${Object.keys(TABLES[table]).join()})`);
  return Promise.resolve({
    source: { databaseUrl: null, file },
    write: (rows) => {
      database.exec('begin immediate');
      for (const [table, some] of entries(rows)) {
        database.exec(`delete from ${table}`);
        const names = Object.keys(TABLES[table]);
        const insert = database.prepare(`insert into ${table} values (${names.map(() => '?').join()})`);
        for (const row of some) {
          // A number would be bound as a real.
          insert.run(...names.map((name) => (typeof row[name] === 'number' ? BigInt(row[name]) : row[name])));
        }
      }
      database.exec('commit');
      return Promise.resolve();
    },
    index: (...statements) => {
      for (const statement of statements) database.exec(statement);
      return Promise.resolve();
    },
    drop: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

const SERVER = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export async function loosePostgres(): Promise<Loose> {
  const name = `register_golden_${randomBytes(6).toString('hex')}`;
  const owner = new Client({ connectionString: SERVER });
  await owner.connect();
  await owner.query(`create database ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query('set synchronous_commit = off');
  for (const table of TABLE_NAMES) {
    const columns = Object.entries(TABLES[table]).map(([column, type]) => `${column} ${type}`);
    await client.query(`create table ${table} (${columns.join()})`);
  }
  return {
    source: { databaseUrl: url.href, file: 'unused' },
    write: async (rows) => {
      await client.query('begin');
      for (const [table, some] of entries(rows)) {
        await client.query(`delete from ${table}`);
        await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
          JSON.stringify(some),
        ]);
      }
      await client.query('commit');
    },
    index: async (...statements) => {
      for (const statement of statements) await client.query(statement);
      await client.query('analyze');
    },
    drop: async () => {
      await client.end();
      await owner.query(`drop database ${name} with (force)`);
      await owner.end();
    },
  };
}
