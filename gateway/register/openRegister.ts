import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Ontvangstbewijs, Registerregel } from '../../schema/domain/registerregel';
import type { Register } from './register';
import { RegisterFout } from './registerFout';
import type { RegisterOptions } from './writer/openWriter';
import type { Order, Reply } from './writer/thread';

/** TypeScript is compiled on the way, in a thread as in the process. */
const COMPILE = ['-r', join(__dirname, '../../compile.cjs')];
/** A line that is not durable after this many ms is given up; it may be in the register all the same. */
const PATIENCE = 15_000;
/** How long a thread that has closed may take to end by itself, in ms. */
const ENDING = 2_000;
/** Lines that may wait for a slow disk: past it, nothing more is promised. */
const MOST_WAITING = 5_000;

interface Waiting {
  resolve(gedaan: unknown): void;
  reject(fout: Error): void;
}

/** Opens the register and brings its tables up to date. Throws `RegisterFout`. */
export async function openRegister(options: RegisterOptions): Promise<Register> {
  const first = await startThread(options);
  return new ThreadedRegister(options, first);
}

/** Hands what is to be written to the thread that writes. A thread that ended is started anew by the next line. */
class ThreadedRegister implements Register {
  private thread: Thread;
  private starting: Promise<Thread> | null = null;
  private closed: Promise<void> | null = null;

  constructor(
    private readonly options: RegisterOptions,
    first: Thread,
  ) {
    this.thread = first;
  }

  async append(regel: Registerregel, underWay = 0): Promise<Ontvangstbewijs> {
    if (this.closed !== null) throw new RegisterFout('toevoegen', new Error('register is closed'));
    try {
      // At once where that can be: what closes later must not overtake it.
      const thread = this.alive() ?? (await this.running());
      return (await thread.ask({ doe: 'append', regel: JSON.stringify(regel), underWay })) as Ontvangstbewijs;
    } catch (cause) {
      throw new RegisterFout('toevoegen', cause);
    }
  }

  async ready(): Promise<boolean> {
    if (this.closed !== null) return false;
    try {
      return (await (await this.running()).ask({ doe: 'ready' })) === true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    this.closed ??= (async () => {
      const thread = this.starting === null ? this.alive() : await this.running().catch(() => null);
      await thread?.close().catch((cause: unknown) => {
        throw new RegisterFout('sluiten', cause);
      });
    })();
    return this.closed;
  }

  private alive(): Thread | null {
    return this.thread.alive ? this.thread : null;
  }

  private async running(): Promise<Thread> {
    const alive = this.alive();
    if (alive !== null) return alive;
    this.starting ??= startThread(this.options).finally(() => {
      this.starting = null;
    });
    this.thread = await this.starting;
    return this.thread;
  }
}

type Ask = Order extends infer One ? (One extends { nr: number } ? Omit<One, 'nr'> : never) : never;

class Thread {
  alive = true;
  private readonly waiting = new Map<number, Waiting>();
  private readonly orders: Order[] = [];
  private last = 0;

  constructor(private readonly worker: Worker) {
    worker.on('message', (replies: readonly Reply[]) => {
      for (const { nr, gedaan, fout } of replies) {
        const one = this.waiting.get(nr);
        this.waiting.delete(nr);
        if (fout === undefined) one?.resolve(gedaan);
        else one?.reject(new Error(fout));
      }
    });
    worker.on('error', () => {
      this.end();
    });
    worker.on('exit', () => {
      this.end();
    });
  }

  /** @throws Error when it can't be done, or not in time. */
  ask(order: Ask, patience = PATIENCE): Promise<unknown> {
    if (!this.alive) return Promise.reject(new Error('the writer has ended'));
    if (order.doe !== 'close' && this.waiting.size >= MOST_WAITING)
      return Promise.reject(new Error('too much waits to be written'));
    this.last += 1;
    const nr = this.last;
    this.orders.push({ ...order, nr });
    if (this.orders.length === 1) setImmediate(() => this.send());
    return this.reply(nr, patience);
  }

  /** What is asked at about the same time crosses in one message: to cross costs more than what is said. */
  private send(): void {
    this.worker.postMessage(this.orders.splice(0));
  }

  reply(nr: number, patience: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(nr);
        reject(new Error('not in time'));
      }, patience);
      const settle =
        <T>(by: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          by(value);
        };
      this.waiting.set(nr, { resolve: settle(resolve), reject: settle(reject) });
    });
  }

  async close(): Promise<void> {
    const ended = once(this.worker, 'exit');
    try {
      await this.ask({ doe: 'close' });
      // It ends by itself: to end it from outside, in the middle of native code, can take the process with it.
      await Promise.race([ended, sleep(ENDING, undefined, { ref: false })]);
    } finally {
      if (this.alive) await this.worker.terminate();
    }
  }

  async kill(): Promise<void> {
    await this.worker.terminate();
  }

  private end(): void {
    this.alive = false;
    for (const one of this.waiting.values()) one.reject(new Error('the writer has ended'));
    this.waiting.clear();
  }
}

/** How long opening may take, in ms: migrations of a large register among it. */
const OPENING = 60_000;

async function startThread(options: RegisterOptions): Promise<Thread> {
  const worker = new Worker(join(__dirname, 'writer/thread.ts'), { workerData: options, execArgv: COMPILE });
  const thread = new Thread(worker);
  try {
    await thread.reply(0, OPENING);
    return thread;
  } catch (cause) {
    await thread.kill();
    throw new RegisterFout('openen', cause);
  }
}
