import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { discardingPool } from '../../../gateway/register/writer/discardingPool';

/** A pool of one connection on which `fail` fails; notes whether it was destroyed at release. */
function poolOfOne(): { pool: Pool; released: unknown[]; asked: [string, string | undefined][]; client: EventEmitter } {
  const released: unknown[] = [];
  const asked: [string, string | undefined][] = [];
  const client = Object.assign(new EventEmitter(), {
    query: ({ name, text }: { name?: string; text: string }) => {
      asked.push([text, name]);
      return text === 'fail' ? Promise.reject(new Error('timeout')) : Promise.resolve({ rows: [] });
    },
    release: (destroy: unknown) => released.push(destroy),
  });
  return { pool: { connect: () => Promise.resolve(client) } as unknown as Pool, released, asked, client };
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

  it('has the server keep what is asked again, under one name for one text, and of texts that vary not too many', async () => {
    const { pool, asked } = poolOfOne();
    const lend = discardingPool(pool);
    for (let nr = 0; nr < 120; nr += 1) {
      const lent = await lend.connect();
      await lent.query('commit', []);
      await lent.query(`select ${String(nr)}`, []);
      lent.release();
    }
    const named = new Map(asked.filter(([, name]) => name !== undefined));
    expect(named.size).toBe(50);
    expect(new Set(named.values()).size).toBe(50);
    expect(asked.filter(([text]) => text === 'commit')).toEqual(Array.from({ length: 120 }, () => ['commit', named.get('commit')])); // oxfmt-ignore
  });
});
