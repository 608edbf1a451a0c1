import { deflateRawSync } from 'node:zlib';

/** The quarter of a megabyte that zlib takes by default costs more than the work. */
const DEFLATE = { level: 1, windowBits: 12, memLevel: 3 };
/** Up to here, in bytes, to look for what repeats costs more than it saves. */
const SMALL = 512;
/** The last block of a stream, which is stored as it is. */
const STORED = 1;
const HEAD = 5;

/** Raw deflate (RFC 1951) of a text; of a small one as a stored block (3.2.4). */
export function pack(text: string): Buffer {
  const plain = Buffer.from(text);
  const { length } = plain;
  if (length > SMALL) return deflateRawSync(plain, DEFLATE);
  const block = Buffer.allocUnsafe(HEAD + length);
  block.writeUInt8(STORED, 0);
  block.writeUInt16LE(length, 1);
  block.writeUInt16LE(0xffff - length, 3);
  plain.copy(block, HEAD);
  return block;
}
