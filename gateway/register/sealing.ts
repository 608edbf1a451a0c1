import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

type Use = 'inhoud' | 'record' | 'sleutel';

/** Of keys that are still held: they are asked for with every entry about a person. */
const derived = new WeakMap<Uint8Array, Map<Use, Buffer>>();

/** A key for one use, made of another. */
export function deriveKey(key: Uint8Array, use: Use): Buffer {
  const known = derived.get(key) ?? new Map<Use, Buffer>();
  derived.set(key, known);
  const made = known.get(use) ?? createHmac('sha256', key).update(`ketenhub.register.${use}.v2`).digest();
  known.set(use, made);
  return made;
}

/** Drawn many at a time: a draw by itself costs more than what it is for. Each byte is used once. */
const drawn = Buffer.alloc(NONCE * 512);
let used = drawn.length;

function drawNonce(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += NONCE;
  return Buffer.from(drawn.subarray(used - NONCE, used));
}

/** AES-256-GCM: nonce, ciphertext and tag, base64url. `about` is what it belongs to: elsewhere it does not open. */
export function seal(key: Uint8Array, plain: Uint8Array, about: string): string {
  const nonce = drawNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @throws Error when it was not sealed under this key, for this place. */
export function unseal(key: Uint8Array, sealed: string, about: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE + TAG) throw new Error('nothing that was sealed is this short');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(about));
  cipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]);
}
