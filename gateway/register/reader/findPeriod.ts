import { vandaag } from '../../../schema/domain/vandaag';
import type { Entry } from './entry';
import type { RegisterReader } from './openReader';

/** Days, ISO: from the first, and until the second, not included; null: without end. */
export interface Periode {
  readonly van: string | null;
  readonly tot: string | null;
}

/** Numbers of entries, `to` not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

type Reading = Pick<RegisterReader, 'next' | 'size'>;

/** Several hubs write by clocks of their own, so entries are in order of time but for as much as those differ; ms. */
const SKEW = 60 * 60 * 1_000;

/** Whether an entry was written in a period, by the calendar of the Netherlands. */
export function isWithin({ van, tot }: Periode, { tijdstip }: Pick<Entry, 'tijdstip'>): boolean {
  const day = dayOf(tijdstip);
  return (van === null || van <= day) && (tot === null || day < tot);
}

/**
 * The stretch of the register outside which nothing of a period stands. Inside it, at the ends, something else can stand:
 * `isWithin` says. Found by halving, so that it costs as little in a large register as in a small one.
 */
export async function findPeriod(reader: Reading, { van, tot }: Periode): Promise<Stretch> {
  const size = await reader.size();
  const from = van === null ? 0 : await firstOn(reader, size, van, SKEW);
  const to = tot === null ? size : await firstOn(reader, size, tot, -SKEW);
  return { from, to: Math.max(from, to) };
}

/** Number of the first entry of a day or later, its time taken this much later. */
async function firstOn(reader: Reading, size: number, day: string, later: number): Promise<number> {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = await reader.next(middle);
    // What was destroyed has no time: the next one that has speaks for it.
    if (entry === null || dayOf(entry.tijdstip, later) >= day) high = middle;
    else low = entry.nr + 1;
  }
  return low;
}

function dayOf(tijdstip: string, later = 0): string {
  return vandaag(new Date(Date.parse(tijdstip) + later));
}
