import { parentPort, workerData } from 'node:worker_threads';
import type { Registerregel } from '../../../schema/domain/registerregel';
import { type OpenWriter, type RegisterOptions, openWriter } from './openWriter';

/** What the hub says to the thread that writes. A line comes as text: that is the cheapest to hand over. */
export type Order =
  | { readonly nr: number; readonly doe: 'append'; readonly regel: string }
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
  parentPort?.on('message', (order: Order) => {
    obey(writer, order).then(
      (gedaan) => {
        parentPort?.postMessage({ nr: order.nr, gedaan } satisfies Reply);
        // Only now: what is said behind a closed door nobody hears.
        if (order.doe === 'close') parentPort?.close();
      },
      (fout: unknown) => parentPort?.postMessage({ nr: order.nr, fout: nameOf(fout) } satisfies Reply),
    );
  });
  parentPort?.postMessage({ nr: 0, gedaan: true } satisfies Reply);
}

async function obey(writer: OpenWriter, order: Order): Promise<unknown> {
  if (order.doe === 'append') return writer.append(JSON.parse(order.regel) as Registerregel);
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
  parentPort?.postMessage({ nr: 0, fout: fout instanceof Error ? fout.message : 'unknown' } satisfies Reply);
  parentPort?.close();
});
