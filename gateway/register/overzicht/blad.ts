import { createHash } from 'node:crypto';

/** Rows of one answer at most. */
const MOST = 200;

/** One page of something that was worked out whole. */
export interface Blad<Regel> {
  readonly regels: readonly Regel[];
  /** Where the next one begins; null: this is the last. */
  readonly volgende: number | null;
  /** Of the whole: pages belong together when it is the same. */
  readonly digest: string;
}

/**
 * Cuts a page. Where it begins is counted in what is shown, so that it tells nothing of what is not.
 *
 * @param all in an order that follows from what it says.
 */
export function cutBlad<Regel>(all: readonly Regel[], vanaf: number): Blad<Regel> {
  const start = Math.max(0, vanaf);
  const digest = createHash('sha256').update(JSON.stringify(all)).digest('hex');
  return { regels: all.slice(start, start + MOST), volgende: start + MOST < all.length ? start + MOST : null, digest };
}

/** Orders rows by all that they say, the first field first. */
export function inOrder<Regel>(regels: Iterable<Regel>): Regel[] {
  const keyed = [...regels].map((regel) => ({ regel, key: JSON.stringify(regel) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ regel }) => regel);
}
