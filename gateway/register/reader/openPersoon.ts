import { inflateRawSync } from 'node:zlib';
import { type Gegevenregel, MOST_BYTES } from '../gegevenregel';
import { deriveKey, unseal } from '../sealing';
import type { Entry, SealedPersoon } from './entry';

/**
 * What an entry tells of one person.
 *
 * @param key the key of that person.
 * @throws Error when it is sealed under another key, or for another entry.
 */
export function openPersoon(
  { id }: Pick<Entry, 'id'>,
  { sleutel, inhoud }: SealedPersoon,
  key: Uint8Array,
): Gegevenregel[] {
  const plain = unseal(deriveKey(key, 'inhoud'), inhoud, `${id}\n${sleutel}`);
  return JSON.parse(inflateRawSync(plain, { maxOutputLength: MOST_BYTES }).toString('utf8')) as Gegevenregel[];
}

/** The key in a row of `persoonsleutel`. @throws Error when it was sealed under another key of the register. */
export function openPersoonsleutel(
  registerKey: Uint8Array,
  { id, zoek, sleutel }: { readonly id: string; readonly zoek: string; readonly sleutel: string },
): Buffer {
  return unseal(deriveKey(registerKey, 'sleutel'), sleutel, `${id}\n${zoek}`);
}
