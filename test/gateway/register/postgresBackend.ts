import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Client, types } from 'pg';
import { type Backend, CHECKPOINT, KEY, type Row, type Rows, type Scratch, TABLES, TABLE_NAMES } from './backend';

const SERVER = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export const postgresBackend: Backend = {
  name: 'PostgreSQL',
  unavailable: answers() ? null : `no server at ${new URL(SERVER).host} (TEST_POSTGRES_URL)`,
  create: async () => {
    const name = `register_test_${randomBytes(6).toString('hex')}`;
    await using(SERVER, (client) => client.query(`create database ${name}`));
    const url = new URL(SERVER);
    url.pathname = `/${name}`;
    return scratchAt(url.href, name);
  },
};

function scratchAt(url: string, name: string): Scratch {
  return {
    options: { databaseUrl: url, file: 'unused', key: KEY, checkpoint: CHECKPOINT },
    rows: () => using(url, readAll),
    overwrite: (rows) => using(url, (client) => overwrite(client, rows)),
    run: (...statements) =>
      using(url, async (client) => {
        for (const statement of statements) await client.query(statement);
      }),
    failOn: (sleutel) =>
      using(url, async (client) => {
        await client.query(`alter table wijzer add constraint stuk check (sleutel <> '${sleutel}')`);
      }),
    hold: async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query('begin');
      await client.query('lock table regel in exclusive mode');
      return () => client.end();
    },
    bytes: () =>
      using(url, async (client) => {
        const tables: unknown[] = [];
        for (const table of TABLE_NAMES) tables.push((await client.query(`select ${table}::text from ${table}`)).rows);
        return Buffer.from(JSON.stringify(tables));
      }),
    drop: async () => {
      await using(SERVER, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** In one transaction: others may be writing. */
async function readAll(client: Client): Promise<Rows> {
  await client.query('begin isolation level repeatable read');
  const read: [string, Row[]][] = [];
  for (const table of TABLE_NAMES) {
    // As bytes, as SQLite does: a collation of the server would order keys otherwise.
    const order = TABLES[table].replaceAll(/id|soort|sleutel/g, '$& collate "C"');
    read.push([table, (await client.query<Row>(`select * from ${table} order by ${order}`)).rows]);
  }
  await client.query('commit');
  return Object.fromEntries(read) as unknown as Rows;
}

async function overwrite(client: Client, rows: Rows): Promise<void> {
  await client.query(`set session_replication_role = replica; set synchronous_commit = off;
    alter table regel drop constraint if exists regel_nr_check; begin`);
  for (const table of TABLE_NAMES) {
    await client.query(`delete from ${table}`);
    await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows[table]),
    ]);
  }
  await client.query('commit');
}

async function using<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // bigint as a number, as SQLite has it.
  client.setTypeParser(types.builtins.INT8, Number);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Asked synchronously, because tests are named before anything can be awaited. */
function answers(): boolean {
  const { hostname, port } = new URL(SERVER);
  const script = `require('net').connect(${port || 5432}, '${hostname}')
    .on('connect', () => process.exit(0)).on('error', () => process.exit(1)).setTimeout(2000, () => process.exit(1))`;
  return spawnSync(process.execPath, ['-e', script]).status === 0;
}
