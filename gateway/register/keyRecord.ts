import { createHmac } from 'node:crypto';
import { deriveKey } from './sealing';

/**
 * Under which reference entries name a record: the same for the same record under one key, and nothing to whoever lacks
 * that key.
 *
 * @param key of the person whom it is about, or of the register where it stands on the casus.
 * @param type of the graph, or the coordinate of what was worked out of it.
 * @param verwijzing by what its source finds it again.
 */
export function keyVerwijzing(key: Uint8Array, type: string, verwijzing: string): string {
  return keyed(key, `verwijzing\n${type}\n${verwijzing}`);
}

/** @param inhoud digest of what was given of it: the same again means that nothing of it changed. */
export function keyVersie(key: Uint8Array, inhoud: string): string {
  return keyed(key, `versie\n${inhoud}`);
}

function keyed(key: Uint8Array, text: string): string {
  return createHmac('sha256', deriveKey(key, 'record')).update(text).digest().subarray(0, 16).toString('base64url');
}
