import { type KeyObject, createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

/** A key that signs notes, written from C2SP signed-note alone. */
export interface Signer {
  readonly name: string;
  readonly key: KeyObject;
  readonly vkey: string;
  readonly keyId: Buffer;
}

export function signerOf(name: string, seed: string): Signer {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    createHash('sha256').update(seed).digest(),
  ]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const point = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  const material = Buffer.concat([Buffer.from([1]), point]);
  const keyId = createHash('sha256').update(`${name}\n`).update(material).digest().subarray(0, 4);
  return { name, key, keyId, vkey: `${name}+${keyId.toString('hex')}+${material.toString('base64')}` };
}

export function checkpointText(origin: string, size: number, root: Buffer, signers: readonly Signer[]): string {
  const body = `${origin}\n${String(size)}\n${root.toString('base64')}\n`;
  const lines = signers.map(({ name, key, keyId }) => {
    const signature = sign(null, Buffer.from(body), key);
    return `\u2014 ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
  });
  return `${body}\n${lines.join('')}`;
}
