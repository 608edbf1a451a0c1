import { createHash } from 'node:crypto';

/** Inner nodes are kept at every eighth level: 256 leaves, 65,536, and so on. */
export const LAAG = 8;

/** A complete inner node that is to be kept. */
export interface Knoop {
  readonly laag: number;
  readonly nr: number;
  readonly hash: string;
}

/** Hash of a leaf, hexadecimal (RFC 9162, 2.1.1). */
export function leafHash(tekst: string): string {
  return createHash('sha256').update(Buffer.of(0)).update(tekst, 'utf8').digest('hex');
}

function nodeHash(left: string, right: string): string {
  return createHash('sha256').update(Buffer.of(1)).update(left, 'hex').update(right, 'hex').digest('hex');
}

/** Root of a perfect subtree over these hashes, of which there are a power of two. */
export function perfectRoot(hashes: readonly string[]): string {
  let level = [...hashes];
  while (level.length > 1) {
    level = level.flatMap((left, i) => (i % 2 === 0 ? [nodeHash(left, level[i + 1] ?? left)] : []));
  }
  const [root] = level;
  if (root === undefined) throw new Error('a subtree without leaves');
  return root;
}

/**
 * The tree as far as an appender must know it: the roots of the perfect subtrees that it falls apart in, largest first,
 * one for each bit of its size (RFC 9162, 2.1.2).
 */
export class Tree {
  constructor(
    readonly size: number,
    private readonly roots: readonly string[],
  ) {}

  static readonly EMPTY = new Tree(0, []);

  /** The tree with these leaves behind it, and the nodes to keep that become complete by them. */
  append(leaves: readonly string[]): { readonly tree: Tree; readonly knopen: Knoop[] } {
    const roots = [...this.roots];
    const knopen: Knoop[] = [];
    let { size } = this;
    for (const leaf of leaves) {
      let hash = leaf;
      let level = 0;
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        hash = nodeHash(roots.pop() ?? '', hash);
        level += 1;
        if (level % LAAG === 0) knopen.push({ laag: level, nr: (rest - 1) / 2, hash });
      }
      roots.push(hash);
      size += 1;
    }
    return { tree: new Tree(size, roots), knopen };
  }

  /** Hash of the whole, hexadecimal. */
  root(): string {
    const [last, ...rest] = this.roots.toReversed();
    if (last === undefined) return createHash('sha256').digest('hex');
    return rest.reduce((right, left) => nodeHash(left, right), last);
  }
}
