import { randomInt } from 'node:crypto';
import type { Entry } from './entry';
import type { Stretch } from './findPeriod';
import type { RegisterReader } from './openReader';

/** Entries looked at together. */
const BATCH = 50;

/**
 * Draws at random `n` of the entries of a stretch that are wanted, without putting back: numbers are drawn from a random
 * order of the whole stretch (Fisher and Yates, by the cryptographic generator) until enough of them are wanted, so that
 * every set of `n` wanted entries is as likely. Fewer when the stretch has fewer, or when `most` numbers were looked at.
 *
 * @returns them in the order of the register.
 */
export async function drawSample(
  reader: Pick<RegisterReader, 'numbered'>,
  { from, to }: Stretch,
  n: number,
  wanted: (entry: Entry) => boolean,
  most = Infinity,
): Promise<Entry[]> {
  const drawn: Entry[] = [];
  const order = randomOrder(to - from);
  for (let looked = 0; drawn.length < n && looked < most; looked += BATCH) {
    const nrs = take(order, BATCH).map((at) => from + at);
    if (nrs.length === 0) break;
    const found = new Map((await reader.numbered(nrs)).map((entry) => [entry.nr, entry]));
    // In the order in which they were drawn: by number the last ones of a batch would be less likely.
    const kept = nrs.map((nr) => found.get(nr)).filter((entry) => entry !== undefined);
    drawn.push(...kept.filter(wanted));
    await new Promise(setImmediate);
  }
  return drawn.slice(0, n).sort((a, b) => a.nr - b.nr);
}

/** The numbers 0 to `size` in random order, of which only what is asked for is worked out. */
function* randomOrder(size: number): Generator<number, undefined> {
  const moved = new Map<number, number>();
  for (let left = size; left > 0; left -= 1) {
    const at = randomInt(left);
    yield moved.get(at) ?? at;
    moved.set(at, moved.get(left - 1) ?? left - 1);
    moved.delete(left - 1);
  }
}

function take(order: Iterator<number, undefined>, count: number): number[] {
  const taken: number[] = [];
  while (taken.length < count) {
    const next = order.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
