import type * as Timers from 'node:timers/promises';
import type * as Opening from '../../../gateway/register/writer/openStore';
import { openWriter } from '../../../gateway/register/writer/openWriter';
import { regelWith } from './exampleRegel';
import { expectRight } from './expectRight';
import { onEachBackend } from './onEachBackend';
import { watch, watched } from './watchedStore';

jest.mock('../../../gateway/register/writer/openStore', () => {
  const actual = jest.requireActual<typeof Opening>('../../../gateway/register/writer/openStore');
  return { ...actual, openStore: async (place: Opening.RegisterPlace) => watched(await actual.openStore(place)) };
});

/** Stands in for the moments that a writer waits: they last until the test says so. null: as long as they do. */
let moments: { readonly ms: number; readonly over: () => void }[] | null = null;
jest.mock('node:timers/promises', () => {
  const actual = jest.requireActual<typeof Timers>('node:timers/promises');
  const wait = (ms: number, _: undefined, options: { readonly signal: AbortSignal }) =>
    moments === null
      ? actual.setTimeout(ms, undefined, options)
      : new Promise<void>((over, cut) => {
          moments?.push({ ms, over });
          options.signal.addEventListener('abort', cut);
        });
  return { ...actual, setTimeout: wait };
});

afterEach(() => {
  watch.around = null;
  watch.adds = null;
  moments = null;
});

/** How many in which writers have added lines since. */
function countTransactions(): () => number {
  let transactions = 0;
  watch.adds = () => (transactions += 1);
  return () => transactions;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

onEachBackend('what waits at the same time', (create) => {
  it('is written in few transactions, each of it once, and in the order in which it came', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const transactions = countTransactions();
    const lines = Array.from({ length: 1_000 }, (_, nr) => ({ ...regelWith(nr % 3), verzoek: `vrz-${nr}` }));
    const receipts = await Promise.all(lines.map((line) => writer.append(line)));
    // Of 200 lines each at most; a checkpoint may come between.
    expect(transactions()).toBeLessThan(9);
    await writer.close();
    const { entries } = expectRight(await rows());
    expect(entries.map(({ id, verzoek }) => ({ id, verzoek }))).toEqual(
      receipts.map(({ id }, nr) => ({ id, verzoek: `vrz-${nr}` })),
    );
  }, 30_000);

  it('shares a transaction also when it came while another was under way', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    let transactions = 0;
    const late: Promise<unknown>[] = [];
    watch.around = async (write) => {
      transactions += 1;
      if (transactions === 1) for (let nr = 0; nr < 50; nr += 1) late.push(writer.append(regelWith(1)));
      return write();
    };
    await writer.append(regelWith(1));
    expect(late).toHaveLength(50);
    await Promise.all(late);
    expect(transactions).toBeLessThan(4);
    await writer.close();
    expect(expectRight(await rows()).entries).toHaveLength(51);
  });

  it.each([
    [64, 60],
    [20, 40],
  ])('waits a moment for the lines of others, when %i requests are under way', async (underWay, most) => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const transactions = countTransactions();
    const late: Promise<unknown>[] = [];
    moments = [];
    for (let nr = 0; nr < 3; nr += 1) {
      late.push(writer.append(regelWith(1), underWay));
      await turns(50);
    }
    expect(transactions()).toBe(0);
    expect(moments.map(({ ms }) => ms)).toEqual([most]);
    moments[0]?.over();
    await Promise.all(late);
    expect(transactions()).toBe(1);
    await writer.close();
    expect(expectRight(await rows()).entries).toHaveLength(3);
  });

  it('waits no longer than until a quarter of those that are under way have come', async () => {
    const { options } = await create();
    const writer = await openWriter(options);
    const transactions = countTransactions();
    moments = [];
    const lines = Array.from({ length: 15 }, () => writer.append(regelWith(1), 64));
    await turns(50);
    expect(transactions()).toBe(0);
    lines.push(writer.append(regelWith(1), 64));
    await Promise.all(lines);
    expect([transactions(), moments.length]).toEqual([1, 1]);
    await writer.close();
  });

  it.each([
    ['few requests are under way', 1, 4],
    ['every request that is under way waits already', 5, 5],
    ['a quarter of those that are under way waits already', 2, 8],
    ['nobody said how many', 1, undefined],
  ])('waits for nobody when %s', async (_, lines, underWay) => {
    const { options } = await create();
    const writer = await openWriter(options);
    const transactions = countTransactions();
    moments = [];
    await Promise.all(Array.from({ length: lines }, () => writer.append(regelWith(1), underWay)));
    expect([transactions(), moments]).toEqual([1, []]);
    await writer.close();
  });

  it('has no receipt before its transaction is durable, however slow the disk', async () => {
    const { options } = await create();
    const writer = await openWriter(options);
    let settle = (): void => undefined;
    const disk = new Promise<void>((resolve) => (settle = resolve));
    let committed = false;
    watch.around = async (write) => {
      const result = await write();
      await disk;
      committed = true;
      return result;
    };
    const seen = writer.append(regelWith(1)).then(() => committed);
    await turns(50);
    settle();
    expect(await seen).toBe(true);
    await writer.close();
  });

  it('fails together when the disk fails, and what comes after does not', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    await writer.append(regelWith(1));
    watch.around = async () => Promise.reject(new Error('disk'));
    const lost = await Promise.allSettled(Array.from({ length: 20 }, () => writer.append(regelWith(1))));
    expect(new Set(lost.map(({ status }) => status))).toEqual(new Set(['rejected']));
    // Written, but nobody heard: then it is told twice, never not.
    watch.around = async (write) => {
      await write();
      throw new Error('connection lost');
    };
    await expect(writer.append(regelWith(1))).rejects.toThrow('connection lost');
    watch.around = null;
    await writer.append(regelWith(1));
    await writer.close();
    expect(expectRight(await rows()).entries).toHaveLength(3);
  });

  it('is right over a database that lost its end and grew again under other hands', async () => {
    const { options, rows, overwrite } = await create();
    const writer = await openWriter(options);
    await writer.append(regelWith(0));
    const earlier = await rows();
    await writer.append(regelWith(0));
    await writer.append(regelWith(0));
    await overwrite(earlier);
    const other = await openWriter(options);
    await other.append(regelWith(0));
    await other.append(regelWith(0));
    await other.close();
    await writer.append(regelWith(0));
    await writer.close();
    expect(expectRight(await rows()).entries).toHaveLength(4);
  });

  it('carries the time of the clock, also when that goes back', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const times = ['2026-03-01T10:00:00.000Z', '2026-02-01T10:00:00.000Z', '1969-01-01T00:00:00.000Z'];
    for (const time of times) {
      jest.useFakeTimers({
        now: new Date(time),
        doNotFake: ['setImmediate', 'setTimeout', 'nextTick', 'queueMicrotask'],
      });
      try {
        expect((await writer.append(regelWith(1))).tijdstip).toBe(time);
      } finally {
        jest.useRealTimers();
      }
    }
    await writer.close();
    expect(expectRight(await rows()).entries.map(({ tijdstip }) => tijdstip)).toEqual(times);
  });
});
