import { openWriter } from '../../../gateway/register/writer/openWriter';
import { exampleRegel, regelWith } from './exampleRegel';
import { expectRight } from './expectRight';
import { onEachBackend } from './onEachBackend';

const BROKEN = exampleRegel({ casus: 'cas-stuk' });

onEachBackend('a register that fails', (create) => {
  it('leaves nothing of what it could not write, nor of what was to go with it, and goes on', async () => {
    const { options, rows, failOn } = await create();
    const writer = await openWriter(options);
    await writer.append(regelWith(3));
    await failOn('cas-stuk');
    const outcomes = await Promise.allSettled([regelWith(3), BROKEN, regelWith(2)].map((one) => writer.append(one)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(expectRight(await rows()).entries).toHaveLength(1);

    await writer.append(regelWith(2));
    await expect(writer.append(BROKEN)).rejects.toThrow(/stuk/);
    await writer.append(regelWith(2));
    await writer.close();
    expect(expectRight(await rows())).toMatchObject({ entries: { length: 3 } });
  });

  it('writes what can be written beside a line that can not: a verstrekking to nobody', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const nobody = exampleRegel({ partner: null });
    const outcomes = await Promise.allSettled(
      [nobody, regelWith(3), nobody, regelWith(9), nobody].map((one) => writer.append(one)),
    );
    await writer.close();
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    const kept = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
    expect(expectRight(await rows()).entries.map(({ id }) => id)).toEqual(kept);
  });

  it('finishes what it began before it closes', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const begun = [writer.append(regelWith(1)), writer.append(regelWith(1))];
    await writer.close();
    await Promise.all(begun);
    expect(expectRight(await rows())).toMatchObject({ entries: { length: 2 }, signed: [2] });
  });

  it('waits for another writer while the process goes on', async () => {
    const { options, hold, rows } = await create();
    const writer = await openWriter(options);
    const release = await hold();
    let done = false;
    const appended = writer.append(regelWith(2)).then(() => (done = true));
    let turns = 0;
    for (const until = Date.now() + 300; Date.now() < until; turns += 1) await new Promise(setImmediate);
    expect({ done, went: turns > 100 }).toEqual({ done: false, went: true });
    await release();
    await appended;
    await writer.close();
    expect(expectRight(await rows()).entries).toHaveLength(1);
  });

  it('gives up when another writer never ends, and works again after', async () => {
    const { options, hold, rows } = await create();
    const writer = await openWriter(options);
    const release = await hold();
    await expect(writer.append(regelWith(2))).rejects.toThrow(/locked|timeout/);
    await release();
    await writer.append(regelWith(2));
    await writer.close();
    expect(expectRight(await rows()).entries).toHaveLength(1);
  }, 20_000);
});
