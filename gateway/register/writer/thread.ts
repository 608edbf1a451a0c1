import { parentPort, workerData } from 'node:worker_threads';
import type { Registerregel } from '../../../schema/domain/registerregel';
import { type OpenWriter, type RegisterOptions, openWriter } from './openWriter';

/** What the hub says to the thread that writes. A line comes as text: that is the cheapest to hand over. */
export type Order =
  | { readonly nr: number; readonly doe: 'append'; readonly regel: string; readonly underWay: number }
  | { readonly nr: number; readonly doe: 'ready' | 'close' };

/** What it says back. `fout` names no more than the class of what went wrong. */
export interface Reply {
  readonly nr: number;
  readonly gedaan?: unknown;
  readonly fout?: string;
}

/** The thread that writes: nothing of the disk, of sealing or of hashing holds up a request. */
async function run(): Promise<void> {
  const writer = await openWriter(workerData as RegisterOptions);
  parentPort?.on('message', (orders: readonly Order[]) => {
    for (const order of orders) {
      obey(writer, order).then(
        (gedaan) => {
          say({ nr: order.nr, gedaan }, order.doe === 'close');
        },
        (fout: unknown) => {
          say({ nr: order.nr, fout: nameOf(fout) });
        },
      );
    }
  });
  say({ nr: 0, gedaan: true });
}

const said: Reply[] = [];

/** What became of one transaction crosses in one message. @param last nothing is said after it. */
function say(reply: Reply, last = false): void {
  said.push(reply);
  if (said.length > 1 && !last) return;
  setImmediate(() => {
    if (said.length > 0) parentPort?.postMessage(said.splice(0));
    // Only now: what is said behind a closed door nobody hears.
    if (last) parentPort?.close();
  });
}

async function obey(writer: OpenWriter, order: Order): Promise<unknown> {
  if (order.doe === 'append') return writer.append(JSON.parse(order.regel) as Registerregel, order.underWay);
  if (order.doe === 'ready') return writer.ready();
  await writer.close();
  return true;
}

/** Databases quote values in their messages: only what kind of fault it was goes on. */
function nameOf(fout: unknown): string {
  if (!(fout instanceof Error)) return 'unknown';
  return 'code' in fout && typeof fout.code === 'string' ? fout.code : fout.name;
}

run().catch((fout: unknown) => {
  say({ nr: 0, fout: fout instanceof Error ? fout.message : 'unknown' }, true);
});
