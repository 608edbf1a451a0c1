import { randomUUID } from 'node:crypto';
import { SignJWT, createLocalJWKSet } from 'jose';
import type { Ketenpartner } from '../../schema/domain/ketenpartner';
import { AUDIENCE, type Uitgever } from '../identity/createIdentifier';
import type { DemoKey } from './demoKeys';

/** Name of the issuer of the demo: a name that can't exist on a network. */
const DEMO_ISSUER = 'https://uitgever.demo.ketenhub.invalid';

/** The demo's one issuer, which speaks for every partner with an account. */
export function demoIssuer(key: DemoKey): Uitgever {
  const keys = createLocalJWKSet({ keys: [key.publicJwk] });
  return { issuer: DEMO_ISSUER, keys, maySpeakFor: () => true };
}

/** @param ttl seconds that the token holds. */
export async function issueToken(
  key: DemoKey,
  partner: Ketenpartner,
  medewerker: string,
  ttl: number,
): Promise<string> {
  return new SignJWT({ azp: 'ketenhub-demo', oin: partner.oin })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'JWT' })
    .setIssuer(DEMO_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(medewerker)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + ttl)
    .sign(key.privateKey);
}
