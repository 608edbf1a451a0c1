import { existsSync } from 'node:fs';
import { Kysely, PostgresDialect, SqliteDialect, sql, type RawBuilder } from 'kysely';
import Database from 'libsql';
import { Pool } from 'pg';
import {
  LINE_COLUMNS,
  VERSTREKKING_COLUMNS,
  type Page,
  type Source,
  type StoredLine,
  type StoredVerstrekking,
} from './stored';

/** Where a register is; the options with which it was opened fit. */
export interface RegisterSource {
  readonly databaseUrl: string | null;
  readonly file: string;
}

/** How one column is selected, and read, without losing or mending anything. */
interface Reading {
  readonly integer: (column: string) => RawBuilder<unknown>;
  readonly text: (column: string) => RawBuilder<unknown>;
  readonly parse: (value: unknown) => string | null;
}

const POSTGRES: Reading = {
  integer: (column) => sql`${sql.ref(column)}::text`,
  text: (column) => sql`${sql.ref(column)}`,
  parse: (value) => (typeof value === 'string' ? value : null),
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Stands for bytes that are no text. The writer cannot store it, so no hash covers it. */
const UNREADABLE = '\0';

/** Bytes, because libsql cuts a text off at a NUL; a value of another type than the column's becomes unreadable. */
const SQLITE: Reading = {
  integer: (column) => sql`case typeof(${sql.ref(column)}) when 'integer' then cast(${sql.ref(column)} as text) end`,
  text: (column) => sql`case when typeof(${sql.ref(column)}) in ('text', 'null')
    then cast(${sql.ref(column)} as blob) else x'ff' end`,
  parse: (value) => {
    if (value === null || typeof value === 'string') return value;
    try {
      return utf8.decode(value as ArrayBuffer);
    } catch {
      return UNREADABLE;
    }
  },
};

/** Opens a register for reading only. Throws when there is none. */
export function openSource(source: RegisterSource): Source {
  return source.databaseUrl === null ? openFile(source.file) : openDatabase(source.databaseUrl);
}

function openFile(file: string): Source {
  // libsql makes a missing file and heeds no `readonly`.
  if (!existsSync(file)) throw new Error(`register: expected a file, got none at ${file}`);
  const database = new Database(file, { timeout: 5000 });
  database.pragma('query_only = ON');
  return readWith(new Kysely<unknown>({ dialect: new SqliteDialect({ database }) }), SQLITE);
}

function openDatabase(url: string): Source {
  const pool = new Pool({ connectionString: url, max: 1, options: '-c default_transaction_read_only=on' });
  pool.on('error', () => undefined);
  return readWith(new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), POSTGRES);
}

function readWith(db: Kysely<unknown>, reading: Reading): Source {
  const columns = ({
    integers,
    texts,
  }: {
    integers: readonly string[];
    texts: readonly string[];
  }): RawBuilder<unknown> =>
    sql.join([
      ...integers.map((name) => sql`${reading.integer(name)} as ${sql.ref(name)}`),
      ...texts.map((name) => sql`${reading.text(name)} as ${sql.ref(name)}`),
    ]);
  const lineColumns = columns(LINE_COLUMNS);
  const verstrekkingColumns = columns(VERSTREKKING_COLUMNS);
  const read = async <R>(query: RawBuilder<unknown>): Promise<R[]> => {
    const { rows } = await query.execute(db);
    return rows.map((row) => mapValues(row as object, reading.parse) as R);
  };
  return {
    async page(after, size): Promise<Page> {
      const behind = (column: string): RawBuilder<unknown> =>
        after === null ? sql`1 = 1` : sql`${sql.ref(column)} > ${after}`;
      const lines = await read<StoredLine>(
        sql`select ${lineColumns} from logregel where ${behind('seq')} order by logregel.seq limit ${size}`,
      );
      const last = lines.at(-1)?.seq;
      if (last === undefined) return { lines, verstrekkingen: [] };
      const verstrekkingen = await read<StoredVerstrekking>(
        sql`select ${verstrekkingColumns} from verstrekking
          where ${behind('logregel_seq')} and logregel_seq <= cast(${last} as bigint)
          order by verstrekking.logregel_seq, verstrekking.nr`,
      );
      return { lines, verstrekkingen };
    },
    async orphan(after): Promise<string | null> {
      // One statement sees one moment: an entry appended meanwhile has its line.
      const rows = await read<{ seq: string | null }>(
        sql`select cast(logregel_seq as text) as seq from verstrekking where logregel_seq > ${after}
          and not exists (select 1 from logregel where logregel.seq = verstrekking.logregel_seq)
          order by verstrekking.logregel_seq limit 1`,
      );
      return rows[0]?.seq ?? null;
    },
    close: () => db.destroy(),
  };
}

function mapValues(row: object, parse: Reading['parse']): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, parse(value)]));
}
