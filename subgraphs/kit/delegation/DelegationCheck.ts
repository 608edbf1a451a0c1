import { createHash, timingSafeEqual } from 'node:crypto';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Delegatie, Delegatietype } from '../../../schema/domain/delegatie';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { delegatieSchema } from './delegatieSchema';
import type { HubKeys } from './HubKeys';
import { Once } from './Once';

/** However long the hub would like it to live. */
const MAX_LIFE = 30;
/** Clocks of two machines differ. */
const TOLERANCE = 5;

const claimsSchema = z.object({
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(16).max(200),
  lichaam: z.string(),
  delegatie: delegatieSchema,
});

/**
 * Checks the signed statement of the hub that comes with every request: ES256 by a key of the hub, for this subgraph,
 * for exactly this body, for at most 30 seconds, once. Not checked: whether the convenant really grants what it says;
 * that is the hub's word.
 */
export class DelegationCheck {
  readonly #once = new Once();

  constructor(
    private readonly subgraaf: Subgraaf,
    private readonly keys: HubKeys,
  ) {}

  /** @throws Error when it does not hold, whatever the cause: the caller tells the outside one thing only. */
  async verify(token: string, body: Uint8Array, typ: Delegatietype): Promise<Delegatie> {
    const { payload } = await jwtVerify(token, (header) => this.keys.find(header), {
      algorithms: ['ES256'],
      typ,
      issuer: 'ketenhub',
      audience: this.subgraaf,
      requiredClaims: ['iat', 'exp', 'jti'],
      maxTokenAge: MAX_LIFE,
      clockTolerance: TOLERANCE,
    });
    const claims = claimsSchema.parse(payload);
    if (claims.exp - claims.iat > MAX_LIFE) throw new Error('the delegation lives too long');
    if (!sameDigest(claims.lichaam, body)) throw new Error('the delegation is for another body');
    if (claims.delegatie.subgraaf !== this.subgraaf) throw new Error('the delegation is for another subgraph');
    const now = Math.floor(Date.now() / 1000);
    // Last, so that a forged token can't spend the id of a real one.
    if (!this.#once.take(claims.jti, claims.exp + TOLERANCE, now)) throw new Error('the delegation was used before');
    return claims.delegatie;
  }
}

function sameDigest(claimed: string, body: Uint8Array): boolean {
  const expected = Buffer.from(createHash('sha256').update(body).digest('base64url'));
  const given = Buffer.from(claimed);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
