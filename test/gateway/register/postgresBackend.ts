import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Client, types } from 'pg';
import { KEY, type Backend, type Row, type Rows, type Scratch } from './backend';

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
  const all = async (client: Client, table: string): Promise<Row[]> =>
    (await client.query<Row>(`select * from ${table} order by 1, 2`)).rows;
  return {
    options: { databaseUrl: url, file: 'unused', key: KEY },
    rows: () =>
      using(url, async (client) => ({
        logregel: await all(client, 'logregel'),
        verstrekking: await all(client, 'verstrekking'),
      })),
    overwrite: (rows) => using(url, (client) => overwrite(client, rows)),
    run: (...statements) =>
      using(url, async (client) => {
        for (const statement of statements) await client.query(statement);
      }),
    failOn: (coordinaat) =>
      using(url, async (client) => {
        await client.query(`alter table verstrekking add constraint stuk check (coordinaat <> '${coordinaat}')`);
      }),
    hold: async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query('begin');
      await client.query('lock table logregel in exclusive mode');
      return () => client.end();
    },
    bytes: () =>
      using(url, async (client) => {
        const lines = await client.query('select logregel::text as line from logregel');
        const rows = await client.query('select verstrekking::text as line from verstrekking');
        return Buffer.from(JSON.stringify([lines.rows, rows.rows]));
      }),
    drop: async () => {
      await using(SERVER, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function overwrite(client: Client, rows: Rows): Promise<void> {
  await client.query(`set session_replication_role = replica; set synchronous_commit = off;
    alter table logregel drop constraint if exists logregel_seq_check;
    alter table verstrekking drop constraint if exists verstrekking_eigen_check; begin;
    delete from verstrekking; delete from logregel`);
  for (const table of ['logregel', 'verstrekking'] as const) {
    await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows[table]),
    ]);
  }
  await client.query('commit');
}

async function using<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
  });
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
