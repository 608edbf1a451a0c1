import type { Entry } from '../reader/entry';
import type { RegisterReader } from '../reader/openReader';
import type { Cursor } from './cursor';
import { type Logboekregel, toLogboekregels } from './logboekregels';
import type { Namen } from './verwerking';

/** Lines in one request, and entries after which the cursor moves though nothing was to be sent. */
const MOST_LINES = 200;
const MOST_ENTRIES = 1_000;

export interface Verzending {
  readonly reader: Pick<RegisterReader, 'from'>;
  readonly namen: Namen;
  /** The lines are there when it resolves. */
  readonly post: (regels: readonly Logboekregel[]) => Promise<void>;
  /** Everything before it was sent. */
  readonly moved: (cursor: Cursor) => void;
}

/**
 * Sends what the register tells from an entry on, until its end. The cursor moves only after what stands before it was
 * taken: so what is cut off is sent again, and nothing is left out.
 *
 * @returns number of lines that were sent.
 */
export async function sendLogboek(from: number, { reader, namen, post, moved }: Verzending): Promise<number> {
  let waiting: Logboekregel[] = [];
  let [sent, looked] = [0, 0];
  let last: Entry | null = null;
  const flush = async (): Promise<void> => {
    if (last === null) return;
    if (waiting.length > 0) await post(waiting);
    sent += waiting.length;
    moved({ volgende: last.nr + 1, vorige: last.id });
    [waiting, looked, last] = [[], 0, null];
  };
  for await (const entry of reader.from(from)) {
    waiting.push(...toLogboekregels(entry, namen));
    looked += 1;
    last = entry;
    if (waiting.length >= MOST_LINES || looked >= MOST_ENTRIES) await flush();
  }
  await flush();
  return sent;
}
