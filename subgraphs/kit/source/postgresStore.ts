import { PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Store } from './Store';

/** Any number will do, as long as all subgraphs use it. */
const ADVISORY_LOCK = 7_130_225;

/** A PostgreSQL database that the partner runs. */
export function postgresStore(connectionString: string, schema: string): Store {
  const pool = new Pool({
    connectionString,
    max: 8,
    connectionTimeoutMillis: 3000,
    statement_timeout: 5000,
    options: `-c search_path=${schema}`,
  });
  // A dropped idle connection is no fault of a request; the pool opens another.
  pool.on('error', () => undefined);
  return {
    dialect: new PostgresDialect({ pool }),
    schema,
    async alone(connection, work) {
      await sql`set statement_timeout = 0`.execute(connection);
      await sql`select pg_advisory_lock(${sql.lit(ADVISORY_LOCK)})`.execute(connection);
      try {
        await sql`create schema if not exists ${sql.id(schema)}`.execute(connection);
        await work();
      } finally {
        await sql`select pg_advisory_unlock(${sql.lit(ADVISORY_LOCK)})`.execute(connection);
        await sql`set statement_timeout = 5000`.execute(connection);
      }
    },
    atomically: (connection, work) => connection.transaction().execute(work),
  };
}
