import type * as Threads from 'node:worker_threads';
import type { Worker } from 'node:worker_threads';
import { openRegister } from '../../../gateway/register/openRegister';
import type { Register } from '../../../gateway/register/register';
import { RegisterFout } from '../../../gateway/register/registerFout';
import { exampleRegel, regelWith } from './exampleRegel';
import { expectRight } from './expectRight';
import { onBackend } from './onEachBackend';
import { sqliteBackend } from './sqliteBackend';

/** The threads that were started, so that a test can end one as a crash would. */
const started: Worker[] = [];
jest.mock('node:worker_threads', () => {
  const actual = jest.requireActual<typeof Threads>('node:worker_threads');
  return {
    ...actual,
    Worker: class extends actual.Worker {
      constructor(...given: ConstructorParameters<typeof actual.Worker>) {
        super(...given);
        started.push(this);
      }
    },
  };
});

const reasonsOf = (outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  outcomes.map((one): unknown => (one.status === 'rejected' ? one.reason : one.status));

onBackend(sqliteBackend, 'the thread that writes', (create) => {
  const opened: Register[] = [];
  const open = async () => {
    const scratch = await create();
    const register = await openRegister(scratch.options);
    opened.push(register);
    return { ...scratch, register };
  };
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close().catch(() => undefined);
  });

  it('gives a receipt, is ready, and closes after what was begun', async () => {
    const { register, rows } = await open();
    expect(await register.ready()).toBe(true);
    const begun = [register.append(regelWith(1)), register.append(regelWith(1))];
    const closed = register.close();
    await expect(register.append(regelWith(1))).rejects.toThrow(RegisterFout);
    const receipts = await Promise.all(begun);
    await closed;
    await expect(register.close()).resolves.toBeUndefined();
    expect(await register.ready()).toBe(false);
    expect(expectRight(await rows())).toMatchObject({ entries: receipts });
    expect(expectRight(await rows()).signed.at(-1)).toBe(2);
  });

  it('names the step, and the class of what went wrong, and nothing of the entry', async () => {
    const { register, failOn } = await open();
    await failOn('cas-stuk');
    const fout = await register.append(exampleRegel({ casus: 'cas-stuk' })).catch((one: unknown) => one);
    expect(fout).toBeInstanceOf(RegisterFout);
    expect(fout).toMatchObject({ code: 'HUB_REGISTER_ONBESCHIKBAAR', message: 'Register: toevoegen mislukt' });
    expect((fout as RegisterFout).cause).toEqual(new Error('SQLITE_CONSTRAINT_TRIGGER'));
  });

  it('when it is killed in the middle: what waits is refused, and the next is written by another', async () => {
    const { register, hold, rows } = await open();
    await register.append(regelWith(1));
    const release = await hold();
    const waiting = Array.from({ length: 20 }, () => register.append(regelWith(1)));
    const outcomes = Promise.allSettled(waiting);
    await started.at(-1)!.terminate();
    for (const reason of reasonsOf(await outcomes)) expect(reason).toBeInstanceOf(RegisterFout);
    await release();
    const later = await Promise.all([register.append(regelWith(1)), register.append(regelWith(1))]);
    await register.close();
    expect(expectRight(await rows()).entries.map(({ id }) => id).slice(-2)).toEqual(later.map(({ id }) => id)); // oxfmt-ignore
  });

  it('that is being started when the register closes, writes what was begun, and ends', async () => {
    const { register, rows } = await open();
    await started.at(-1)!.terminate();
    const begun = register.append(regelWith(1));
    await register.close();
    const { id } = await begun;
    expect(expectRight(await rows()).entries).toMatchObject([{ id }]);
  });

  it('refuses what would wait behind too much', async () => {
    const { register, hold, rows } = await open();
    const release = await hold();
    const empty = exampleRegel({ verstrekkingen: [] });
    const waiting = Array.from({ length: 5_000 }, () => register.append(empty));
    const settled = Promise.allSettled(waiting);
    const fout = await register.append(empty).catch((one: unknown) => one);
    expect(fout).toMatchObject({ name: 'RegisterFout', cause: new Error('too much waits to be written') });
    // Closing is not refused by what waits; it waits for it.
    const closed = register.close();
    await release();
    expect(reasonsOf(await settled).filter((one) => one !== 'fulfilled')).toEqual([]);
    await closed;
    expect(expectRight(await rows()).entries).toHaveLength(5_000);
  }, 60_000);

  it('gives up what is not durable in time, though it may be in the register all the same', async () => {
    const { register, hold, rows } = await open();
    const release = await hold();
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date'] });
    try {
      const late = register.append(regelWith(1)).catch((one: unknown) => one);
      await new Promise(setImmediate);
      jest.advanceTimersByTime(14_999);
      await new Promise(setImmediate);
      jest.advanceTimersByTime(1);
      expect(await late).toMatchObject({ name: 'RegisterFout', cause: new Error('not in time') });
    } finally {
      jest.useRealTimers();
    }
    await release();
    await register.append(regelWith(1));
    await register.close();
    expect(expectRight(await rows()).entries).toHaveLength(2);
  });
});
