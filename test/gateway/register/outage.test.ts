import { openWriter } from '../../../gateway/register/writer/openWriter';
import { regelWith } from './exampleRegel';
import { expectRight } from './expectRight';
import { onBackend } from './onEachBackend';
import { postgresBackend } from './postgresBackend';
import { tcpProxy } from '../../harness/tcpProxy';

onBackend(postgresBackend, 'a register whose database goes away and comes back', (create) => {
  it('refuses meanwhile, is not ready, and goes on by itself, without a fork, a gap or a lost entry', async () => {
    const { options, rows } = await create();
    const url = new URL(options.databaseUrl ?? '');
    const proxy = await tcpProxy(url.hostname, Number(url.port || 5432));
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    const writer = await openWriter({ ...options, databaseUrl: url.href });
    const kept: string[] = [];
    const appendSome = async (count: number): Promise<number> => {
      const outcomes = await Promise.allSettled(Array.from({ length: count }, () => writer.append(regelWith(5))));
      const held = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
      kept.push(...held);
      return held.length;
    };
    for (let round = 0; round < 4; round += 1) {
      expect(await appendSome(5)).toBe(5);
      // In the middle: some of it may be there, none of it may be told to be that is not.
      const under = appendSome(40);
      if (round % 2 === 0) await new Promise(setImmediate);
      proxy.cut();
      await under;
      await expect(writer.append(regelWith(1))).rejects.toThrow();
      expect(await writer.ready().catch(() => false)).toBe(false);
      proxy.mend();
    }
    // The first may meet what is left of a broken connection; after that it is as ever.
    await appendSome(1);
    expect(await appendSome(5)).toBe(5);
    expect(await writer.ready()).toBe(true);
    await writer.close();
    await proxy.close();
    const { entries, signed } = expectRight(await rows());
    const held = new Set(entries.map(({ id }) => id));
    expect(kept.filter((id) => !held.has(id))).toEqual([]);
    expect(signed.at(-1)).toBe(entries.length);
  }, 60_000);
});
