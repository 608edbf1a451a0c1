import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Startfout } from './Startfout';

/** A key that signs checkpoints of the register: a private Ed25519 key in a file, PEM. @throws Startfout */
export function readCheckpointKey(setting: string, file: string): string {
  try {
    const pem = readFileSync(file, 'utf8');
    if (createPrivateKey(pem).asymmetricKeyType === 'ed25519') return pem;
  } catch {
    // Said below.
  }
  throw new Startfout(`${setting} (${file}): expected a private Ed25519 key, PEM`);
}
