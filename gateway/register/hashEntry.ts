import { createHash } from 'node:crypto';
import { canonical } from './canonical';
import type { Entry } from './entry';

/** The "previous hash" of the first entry. */
export const BEGIN = '0'.repeat(64);

/**
 * SHA-256 over prefix, previous hash and canonical JSON of the entry. The prefix keeps this hash apart from every other
 * use of SHA-256 and names the version of the form. The verifier derives the same on its own, from `verifier/`.
 */
export function hashEntry(vorige: string, entry: Entry): string {
  return createHash('sha256')
    .update(`ketenhub.register.regel.v1\n${vorige}\n${canonical(entry)}`, 'utf8')
    .digest('hex');
}
