import { type KeyObject, createHash, createPublicKey, sign, verify } from 'node:crypto';

/** A text with detached signatures, in the format of C2SP signed-note. */
export interface SignedNote {
  /** Ends in a newline; what is signed, byte for byte. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes that tell which key of that name, hexadecimal. */
  readonly keyHash: string;
  readonly signature: Buffer;
}

/** A public key with the name that it signs under. */
export interface Verifier {
  readonly name: string;
  readonly keyHash: string;
  readonly key: KeyObject;
}

const ED25519 = 0x01;
/** DER in front of the 32 bytes of an Ed25519 public key (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const NAME = /^[^\s+\u2000-\u200b\u3000]+$/;
const LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;

/** Reads `name+keyhash+key`, the text form of a verifier key. null when it is none. */
export function readVerifier(vkey: string): Verifier | null {
  return readKey(vkey, ED25519);
}

/** A verifier key of one type of signature: the key of another type must never verify this one. */
export function readKey(vkey: string, type: number): Verifier | null {
  const [name = '', keyHash = '', ...rest] = vkey.split('+');
  const material = Buffer.from(rest.join('+'), 'base64');
  if (!NAME.test(name) || material.length !== 33 || material[0] !== type) return null;
  if (keyHash !== hashOf(name, material)) return null;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, material.subarray(1)]), format: 'der', type: 'spki' });
  return { name, keyHash, key };
}

/** The text form of the verifier key that belongs to a private Ed25519 key. */
export function writeVerifier(name: string, privateKey: KeyObject): string {
  return writeKey(name, privateKey, ED25519);
}

export function writeKey(name: string, privateKey: KeyObject, type: number): string {
  if (!NAME.test(name)) throw new Error('a key name holds no spaces and no plus');
  const material = materialOf(privateKey, type);
  return `${name}+${hashOf(name, material)}+${material.toString('base64')}`;
}

/** @throws Error when the private key is no Ed25519 key. */
export function signNote(text: string, name: string, privateKey: KeyObject): NoteSignature {
  return { name, keyHash: keyHashOf(name, privateKey, ED25519), signature: sign(null, Buffer.from(text), privateKey) };
}

export function verifyNote(text: string, { signature, name, keyHash }: NoteSignature, verifier: Verifier): boolean {
  if (name !== verifier.name || keyHash !== verifier.keyHash) return false;
  return verify(null, Buffer.from(text), verifier.key, signature);
}

/** null when the text is no signed note. */
export function parseNote(file: string): SignedNote | null {
  const split = file.lastIndexOf('\n\n');
  if (split < 0 || !file.endsWith('\n')) return null;
  const signatures: NoteSignature[] = [];
  for (const line of file.slice(split + 2, -1).split('\n')) {
    const [, name, encoded] = LINE.exec(line) ?? [];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    // Whose it is says how long it must be: a note may carry signatures of kinds that only others know.
    if (name === undefined || bytes.length <= 4) return null;
    signatures.push({ name, keyHash: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) });
  }
  return { text: file.slice(0, split + 1), signatures };
}

export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(({ name, keyHash, signature }) => {
    return `\u2014 ${name} ${Buffer.concat([Buffer.from(keyHash, 'hex'), signature]).toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** @throws Error when the private key is no Ed25519 key. */
export function keyHashOf(name: string, privateKey: KeyObject, type: number): string {
  return hashOf(name, materialOf(privateKey, type));
}

/** Algorithm and key, as they stand in a verifier key. */
function materialOf(privateKey: KeyObject, type: number): Buffer {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('expected an Ed25519 key');
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return Buffer.concat([Buffer.from([type]), spki.subarray(SPKI_PREFIX.length)]);
}

function hashOf(name: string, material: Buffer): string {
  return createHash('sha256').update(`${name}\n`).update(material).digest('hex').slice(0, 8);
}
