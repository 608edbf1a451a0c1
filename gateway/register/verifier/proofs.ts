import { nodeHash } from './tree';

/** Whether a leaf is in the tree of this size and root: RFC 9162, 2.1.3.2. */
export function provesInclusion(
  leaf: Buffer,
  nr: number,
  grootte: number,
  path: readonly Buffer[],
  root: Buffer,
): boolean {
  if (nr >= grootte) return false;
  let fn = nr;
  let sn = grootte - 1;
  let r = leaf;
  for (const p of path) {
    if (sn === 0) return false;
    if (odd(fn) || fn === sn) {
      r = nodeHash(p, r);
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else r = nodeHash(r, p);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && r.equals(root);
}

interface Head {
  readonly grootte: number;
  readonly root: Buffer;
}

/** Whether the second tree continues the first: RFC 9162, 2.1.4.2. Every tree continues the empty one. */
export function provesConsistency(first: Head, second: Head, proof: readonly Buffer[]): boolean {
  if (first.grootte > second.grootte) return false;
  if (first.grootte === second.grootte) return proof.length === 0 && first.root.equals(second.root);
  if (first.grootte === 0) return proof.length === 0;
  const path = isPower(first.grootte) ? [first.root, ...proof] : proof;
  const [seed, ...rest] = path;
  // Without as much as one node nothing is proven.
  if (seed === undefined || proof.length === 0) return false;
  let fn = first.grootte - 1;
  let sn = second.grootte - 1;
  while (odd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [seed, seed];
  for (const c of rest) {
    if (sn === 0) return false;
    if (odd(fn) || fn === sn) {
      fr = nodeHash(c, fr);
      sr = nodeHash(c, sr);
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = nodeHash(sr, c);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr.equals(first.root) && sr.equals(second.root);
}

const odd = (n: number): boolean => n % 2 === 1;
/** Not a shift: sizes may be larger than 32 bits hold. */
const half = (n: number): number => Math.floor(n / 2);

function isPower(n: number): boolean {
  let rest = n;
  while (!odd(rest)) rest = half(rest);
  return rest === 1;
}
