import { type KeyObject, sign, verify } from 'node:crypto';
import { type NoteSignature, type Verifier, keyHashOf, readKey, writeKey } from './signedNote';

/** Ed25519 with a time, over a checkpoint: C2SP tlog-cosignature. */
const COSIGNATURE_V1 = 0x04;

/**
 * Signs that at this moment this was the newest checkpoint that the signer saw, and that it continued all he saw before.
 *
 * @param text of the checkpoint, without its signatures.
 * @param time seconds since 1970.
 * @throws Error when the private key is no Ed25519 key.
 */
export function cosign(text: string, name: string, privateKey: KeyObject, time: number): NoteSignature {
  const timestamp = Buffer.alloc(8);
  timestamp.writeBigUInt64BE(BigInt(time));
  const signature = sign(null, Buffer.from(messageOf(text, BigInt(time))), privateKey);
  return {
    name,
    keyHash: keyHashOf(name, privateKey, COSIGNATURE_V1),
    signature: Buffer.concat([timestamp, signature]),
  };
}

/** The time at which it was cosigned, in seconds since 1970; null when this is no cosignature of that key. */
export function verifyCosignature(text: string, given: NoteSignature, cosigner: Verifier): number | null {
  const { name, keyHash, signature } = given;
  if (name !== cosigner.name || keyHash !== cosigner.keyHash || signature.length !== 8 + 64) return null;
  const time = signature.readBigUInt64BE();
  const holds = verify(null, Buffer.from(messageOf(text, time)), cosigner.key, signature.subarray(8));
  return holds && time <= Number.MAX_SAFE_INTEGER ? Number(time) : null;
}

/** The verifier key of a cosigner; the same key signs nothing else under this hash. null when it is none. */
export function readCosigner(vkey: string): Verifier | null {
  return readKey(vkey, COSIGNATURE_V1);
}

export function writeCosigner(name: string, privateKey: KeyObject): string {
  return writeKey(name, privateKey, COSIGNATURE_V1);
}

function messageOf(text: string, time: bigint): string {
  return `cosignature/v1\ntime ${String(time)}\n${text}`;
}
