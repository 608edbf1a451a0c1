import { hash } from 'node:crypto';

/*
 * The tree of RFC 9162, 2.1, written a second time on purpose: a mistake in the writer must not be repeated here, so
 * nothing in this folder imports it.
 */

/** Inner nodes are kept at every 8th level. */
export const KEPT_LEVELS = 8;

const EMPTY_ROOT = hash('sha256', '', 'buffer');

export function leafHash(text: Uint8Array): Buffer {
  const leaf = Buffer.allocUnsafe(text.length + 1);
  leaf[0] = 0;
  leaf.set(text, 1);
  return hash('sha256', leaf, 'buffer');
}

const pair = Buffer.alloc(65);

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair[0] = 1;
  pair.set(left, 1);
  pair.set(right, 33);
  return hash('sha256', pair, 'buffer');
}

/** Root of some leaves or nodes that stand side by side; as RFC 9162 has it, the left half is a power of two. */
export function rootOf(nodes: readonly Buffer[]): Buffer {
  const [first] = nodes;
  if (first === undefined) return EMPTY_ROOT;
  if (nodes.length === 1) return first;
  const half = largestPowerBelow(nodes.length);
  return nodeHash(rootOf(nodes.slice(0, half)), rootOf(nodes.slice(half)));
}

/** The largest power of two that is smaller than `size`, which is 2 or more. */
export function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** A tree that grows leaf by leaf, of which only the roots of what is complete are kept: as many as the size has bits. */
export class GrowingTree {
  #size = 0;
  readonly #peaks: Buffer[] = [];

  get size(): number {
    return this.#size;
  }

  /** @param completed hears of every inner node that this leaf completes, from the bottom up. */
  append(leaf: Buffer, completed: (laag: number, nr: number, hash: Buffer) => void): void {
    let node = leaf;
    let nr = this.#size;
    for (let laag = 1; nr % 2 === 1; laag += 1) {
      const left = this.#peaks.pop();
      if (left === undefined) throw new Error('a tree without its left half');
      node = nodeHash(left, node);
      nr = (nr - 1) / 2;
      completed(laag, nr, node);
    }
    this.#peaks.push(node);
    this.#size += 1;
  }

  root(): Buffer {
    return (
      this.#peaks.reduceRight<Buffer | null>((right, left) => (right === null ? left : nodeHash(left, right)), null) ??
      EMPTY_ROOT
    );
  }
}
