import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { discardingPool } from '../../../gateway/register/writer/discardingPool';

/** A pool of one connection on which `fail` fails; notes whether it was destroyed at release. */
function poolOfOne(): { pool: Pool; released: unknown[]; client: EventEmitter } {
  const released: unknown[] = [];
  const client = Object.assign(new EventEmitter(), {
    query: (text: string) => (text === 'fail' ? Promise.reject(new Error('timeout')) : Promise.resolve({ rows: [] })),
    release: (destroy: unknown) => released.push(destroy),
  });
  return { pool: { connect: () => Promise.resolve(client) } as unknown as Pool, released, client };
}

describe('a pool that discards', () => {
  it('takes a connection back on which all went well, and leaves no listener on it', async () => {
    const { pool, released, client } = poolOfOne();
    const lent = await discardingPool(pool).connect();
    await lent.query('select 1', []);
    lent.release();
    expect(released).toEqual([false]);
    expect(client.listenerCount('error')).toBe(0);
  });

  it('destroys a connection on which a query failed, also when the next one went well', async () => {
    const { pool, released } = poolOfOne();
    const lent = await discardingPool(pool).connect();
    await expect(lent.query('fail', [])).rejects.toThrow('timeout');
    await lent.query('rollback', []);
    lent.release();
    expect(released).toEqual([true]);
  });

  it('destroys a connection that broke while it was lent out', async () => {
    const { pool, released, client } = poolOfOne();
    const lent = await discardingPool(pool).connect();
    client.emit('error', new Error('reset'));
    lent.release();
    expect(released).toEqual([true]);
  });
});
