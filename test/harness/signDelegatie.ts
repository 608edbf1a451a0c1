import { createHash, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SignJWT } from 'jose';
import type { Delegatie } from '../../schema/domain/delegatie';

/** A key pair as the hub has, for tests. */
export interface TestKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function createTestKey(kid = 'test-1'): TestKey {
  return { kid, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
}

/** Writes the JWKS that subgraphs read. */
export function writeJwks(file: string, ...keys: readonly TestKey[]): void {
  const jwks = {
    keys: keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256' })),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(jwks));
}

/** What a test may twist; left out, the token is a good one. */
export interface SignOptions {
  readonly typ?: string;
  readonly alg?: string;
  readonly iss?: string;
  readonly aud?: string;
  readonly jti?: string;
  readonly iat?: number;
  readonly exp?: number | null;
  readonly lichaam?: string;
  /** Replaces the claims that the receiver parses. */
  readonly delegatie?: unknown;
}

/** Signs a delegation over a body as the hub does, so that subgraphs can be tested without a hub. */
export async function signDelegatie(
  key: TestKey,
  delegatie: Delegatie,
  body: string | Uint8Array,
  options: SignOptions = {},
): Promise<string> {
  const iat = options.iat ?? Math.floor(Date.now() / 1000);
  const exp = options.exp === undefined ? iat + 30 : options.exp;
  const claims = {
    lichaam: options.lichaam ?? createHash('sha256').update(body).digest('base64url'),
    delegatie: 'delegatie' in options ? options.delegatie : delegatie,
  };
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: options.alg ?? 'ES256', typ: options.typ ?? 'delegatie+jwt', kid: key.kid })
    .setIssuer(options.iss ?? 'ketenhub')
    .setAudience(options.aud ?? delegatie.subgraaf)
    .setJti(options.jti ?? randomUUID())
    .setIssuedAt(iat);
  return (exp === null ? token : token.setExpirationTime(exp)).sign(key.privateKey);
}
