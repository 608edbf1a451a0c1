import { spawnSync } from 'node:child_process';
import { Client } from 'pg';

/** Where suites find a PostgreSQL, on which each makes databases of its own. */
const SERVER = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Describes a promise on every store there is: embedded, and PostgreSQL, or says that it was not tried there. */
export function onEveryStore(promise: string, tests: (store: 'SQLite' | 'PostgreSQL') => void): void {
  describe(`${promise} (SQLite)`, () => {
    tests('SQLite');
  });
  if (answers()) {
    describe(`${promise} (PostgreSQL)`, () => {
      tests('PostgreSQL');
    });
    return;
  }
  const why = `no server at ${new URL(SERVER).host} (TEST_POSTGRES_URL)`;
  console.warn(`NOT TESTED on PostgreSQL: ${promise}: ${why}`);
  describe.skip(`${promise} (PostgreSQL: NOT TESTED, ${why})`, () => {
    tests('PostgreSQL');
  });
}

/** A database of one suite. */
export async function makeDatabase(name: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  await onServer(`create database ${name}`);
  return {
    url: Object.assign(new URL(SERVER), { pathname: `/${name}` }).href,
    drop: () => onServer(`drop database ${name} with (force)`),
  };
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: SERVER, connectionTimeoutMillis: 1000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function answers(): boolean {
  const ask = `const { Client } = require('pg'); const c = new Client({ connectionString: '${SERVER}', connectionTimeoutMillis: 2000 });
    c.connect().then(() => process.exit(0), () => process.exit(1));`;
  return spawnSync(process.execPath, ['-e', ask], { cwd: __dirname }).status === 0;
}
