import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/**
 * A pool that never reuses a connection on which a query failed. After a timeout of the client a transaction may still be
 * open on it; the next append must not end up in, and commit, somebody's half.
 */
export function discardingPool(pool: Pool): PostgresPool {
  return {
    connect: async () => discardingClient(await pool.connect()),
    end: () => pool.end(),
  };
}

function discardingClient(client: PoolClient): PostgresPoolClient {
  let failed = false;
  // A connection that breaks while it is lent out tells so here; without a listener that would end the process.
  const onBreak = (): void => {
    failed = true;
  };
  client.on('error', onBreak);
  const query = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query(text, [...parameters]);
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
