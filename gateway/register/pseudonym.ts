import { createHmac } from 'node:crypto';

/** Kinds are kept apart: one id used as medewerker and as persoon gives two pseudonyms that nobody can link. */
export type PseudonymKind = 'medewerker' | 'persoon' | 'casus';

/** Keyed pseudonym of an id (HMAC-SHA256, base64url): without the key nobody can recompute it from a guessed id. */
export function pseudonym(key: Uint8Array, kind: PseudonymKind, id: string): string {
  return createHmac('sha256', key)
    .update(`ketenhub.register.pseudoniem.v1\n${kind}\n${id}`, 'utf8')
    .digest('base64url');
}
