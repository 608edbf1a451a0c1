import { existsSync } from 'node:fs';
import { Kysely, PostgresDialect, SqliteDialect, sql, type RawBuilder } from 'kysely';
import Database from 'libsql';
import { Pool } from 'pg';

/** Where a register is; the options with which it was opened fit. */
export interface RegisterSource {
  readonly databaseUrl: string | null;
  readonly file: string;
}

/** How a column is read: as an exact integer, as text, or as the bytes of a text. */
type Kind = 'integer' | 'text' | 'bytes';
type Columns = Readonly<Record<string, Kind>>;
type Read<K extends Kind> = (K extends 'integer' ? number : K extends 'bytes' ? Buffer : string) | null;
export type Row<C extends Columns> = { readonly [N in keyof C]: Read<C[N]> };

/** A register, open for reading only. */
export interface Tables {
  /** Selects these columns; `rest` is what comes behind them, from `from` on. */
  select<const C extends Columns>(columns: C, rest: RawBuilder<unknown>): Promise<Row<C>[]>;
  /** Work that sees one moment. It must be short: on SQLite other work waits for it. */
  snapshot<T>(work: (tables: Pick<Tables, 'select'>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Stands for what is no text, or no integer of the column. The writer can't have stored it, so it equals nothing. */
const UNREADABLE = '\0';

interface Reading {
  readonly column: (name: string, kind: Kind) => RawBuilder<unknown>;
  readonly parse: (value: unknown, kind: Kind) => string | number | Buffer | null;
}

const POSTGRES: Reading = {
  column: (name) => sql`${sql.ref(name)}`,
  parse: (value, kind) => {
    if (kind === 'integer') return integer(value);
    if (typeof value !== 'string') return null;
    return kind === 'bytes' ? Buffer.from(value) : value;
  },
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes, because libsql cuts a text off at a NUL; a value of another type than the column's becomes unreadable. */
const SQLITE: Reading = {
  column: (name, kind) =>
    kind === 'integer'
      ? sql`case typeof(${sql.ref(name)}) when 'integer' then cast(${sql.ref(name)} as text) end`
      : sql`case when typeof(${sql.ref(name)}) in ('text', 'null') then cast(${sql.ref(name)} as blob) else x'ff' end`,
  parse: (value, kind) => {
    if (kind === 'integer') return integer(value);
    if (value === null || typeof value === 'string') return value;
    const bytes = Buffer.from(value as ArrayBuffer);
    return kind === 'bytes' ? bytes : decode(bytes);
  },
};

/** Opens a register. Throws when there is none. */
export function openTables({ databaseUrl, file }: RegisterSource): Tables {
  if (databaseUrl !== null) {
    const pool = new Pool({ connectionString: databaseUrl, max: 1, options: '-c default_transaction_read_only=on' });
    pool.on('error', () => undefined);
    return tablesOf(new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), POSTGRES);
  }
  // libsql makes a missing file and heeds no `readonly`.
  if (!existsSync(file)) throw new Error(`register: expected a file, got none at ${file}`);
  const database = new Database(file, { timeout: 5000 });
  database.pragma('query_only = ON');
  return tablesOf(new Kysely<unknown>({ dialect: new SqliteDialect({ database }) }), SQLITE);
}

function tablesOf(db: Kysely<unknown>, reading: Reading): Tables {
  const selectIn =
    (within: Kysely<unknown>): Tables['select'] =>
    async (columns, rest) => {
      const kinds = Object.entries(columns);
      const list = sql.join(kinds.map(([name, kind]) => sql`${reading.column(name, kind)} as ${sql.ref(name)}`));
      const { rows } = await sql`select ${list} ${rest}`.execute(within);
      return rows.map((row) => {
        const values = row as Record<string, unknown>;
        return Object.fromEntries(kinds.map(([name, kind]) => [name, reading.parse(values[name], kind)])) as never;
      });
    };
  return {
    select: selectIn(db),
    snapshot: (work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((transaction) => work({ select: selectIn(transaction) })),
    close: () => db.destroy(),
  };
}

/** null for whatever is no integer that can be counted with exactly. */
function integer(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : null;
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return UNREADABLE;
  }
}
