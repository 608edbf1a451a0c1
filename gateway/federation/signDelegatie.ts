import { createHash, randomUUID } from 'node:crypto';
import { type CryptoKey, SignJWT } from 'jose';
import type { Delegatie, Delegatietype } from '../../schema/domain/delegatie';

/** Seconds that a signed delegation lives: long enough for one fetch. */
const LIFE = 15;

/** The hub's own signing key, and the name under which the partners know it. */
export interface Hubsleutel {
  readonly kid: string;
  readonly key: CryptoKey;
}

/**
 * Signs what the hub states with one fetch, bound to the exact body, to one subgraph and to some seconds.
 *
 * @param typ what it is for.
 */
export async function signDelegatie(
  sleutel: Hubsleutel,
  delegatie: Delegatie,
  body: string,
  typ: Delegatietype,
): Promise<string> {
  const lichaam = createHash('sha256').update(body).digest('base64url');
  return new SignJWT({ delegatie, lichaam })
    .setProtectedHeader({ alg: 'ES256', typ, kid: sleutel.kid })
    .setIssuer('ketenhub')
    .setAudience(delegatie.subgraaf)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${String(LIFE)}s`)
    .sign(sleutel.key);
}
