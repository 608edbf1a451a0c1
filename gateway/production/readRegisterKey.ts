import { readFileSync } from 'node:fs';
import { Startfout } from './Startfout';

/** Key of the register's pseudonyms: 32 random bytes, base64url, in a file. @throws Startfout */
export function readRegisterKey(file: string): Uint8Array {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    if (key.length === 32) return key;
  } catch {
    // Said below.
  }
  throw new Startfout(`REGISTER_KEY_FILE (${file}): expected 32 random bytes, base64url`);
}
