import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Hash of a leaf: RFC 9162, 2.1.1, word for word. */
export const naiveLeaf = (tekst: string): Buffer => sha256(Buffer.of(0), Buffer.from(tekst, 'utf8'));

/** Merkle tree hash over leaf hashes: RFC 9162, 2.1.1, word for word, and nothing that the register itself runs. */
export function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}
