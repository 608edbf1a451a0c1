import { type KeyObject, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unusable } from './ended';

/** The private Ed25519 key in a PEM file. Throws Ended without telling what is in the file. */
export function readPrivateKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, without what is in the file.
  }
  throw unusable(`${file} is geen geheime Ed25519-sleutel in PEM.`);
}
