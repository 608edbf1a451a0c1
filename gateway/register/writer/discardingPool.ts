import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** Texts that a server keeps prepared on each connection; those that vary with what is asked for must not fill it. */
const MOST_KEPT = 50;

/**
 * A pool that never reuses a connection on which a query failed. After a timeout of the client a transaction may still be
 * open on it; the next append must not end up in, and commit, somebody's half. What is asked again and again is parsed and
 * planned once a connection.
 */
export function discardingPool(pool: Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < MOST_KEPT) names.set(text, `register-${String(names.size)}`);
    return names.get(text);
  };
  return {
    connect: async () => discardingClient(await pool.connect(), nameOf),
    end: () => pool.end(),
  };
}

function discardingClient(client: PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  let failed = false;
  // A connection that breaks while it is lent out tells so here; without a listener that would end the process.
  const onBreak = (): void => {
    failed = true;
  };
  client.on('error', onBreak);
  const query = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query({ name: nameOf(text), text, values: [...parameters] });
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  return {
    query: query as PostgresPoolClient['query'],
    release: () => {
      client.off('error', onBreak);
      client.release(failed);
    },
  };
}
