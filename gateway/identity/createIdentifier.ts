import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { Hubfout } from '../../schema/domain/hubfout';
import type { Ketenpartner, Ketenpartners } from '../../schema/domain/ketenpartner';
import { MEDEWERKER_ID } from '../../schema/domain/medewerkerId';
import type { Verzoeker } from '../../schema/domain/verzoeker';

/** Who may issue tokens, with which keys, and for which partners it may speak. */
export interface Uitgever {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
  maySpeakFor(partner: Ketenpartner): boolean;
}

/** What a token must hold (OAuth-NL: iss, azp, exp, jti), with the organisation by its OIN. */
const claims = z.object({
  iss: z.string(),
  azp: z.string(),
  jti: z.string().min(1).max(200),
  exp: z.number(),
  sub: z.string().regex(MEDEWERKER_ID),
  oin: z.string().regex(/^\d{20}$/),
});

/** The name under which tokens are meant for this hub. */
export const AUDIENCE = 'ketenhub';
/** Seconds that a token may still hold: one that outlives a working day is no session, but a key. */
const MOST_LIFE = 24 * 3_600;
const ALGORITHMS = ['ES256', 'EdDSA', 'PS256'];

/**
 * Turns an Authorization header into who asks. Signature, issuer, audience and expiry are verified; nothing in the
 * token creates a rol. What exactly was wrong stays unsaid: the caller learns only that he is not signed in.
 *
 * @throws Hubfout HUB_NIET_AANGEMELD
 */
export function createIdentifier(
  uitgevers: readonly Uitgever[],
  partners: Ketenpartners,
): (authorization: string | undefined) => Promise<Verzoeker> {
  const byOin = new Map([...partners.values()].map((partner) => [partner.oin, partner]));
  return async (authorization) => {
    const [, token] = /^Bearer ([A-Za-z0-9._-]+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) throw notSignedIn();
    for (const uitgever of uitgevers) {
      const found = await verify(token, uitgever, byOin);
      if (found !== null) return found;
    }
    throw notSignedIn();
  };
}

async function verify(
  token: string,
  uitgever: Uitgever,
  byOin: ReadonlyMap<string, Ketenpartner>,
): Promise<Verzoeker | null> {
  try {
    const { payload } = await jwtVerify(token, uitgever.keys, {
      issuer: uitgever.issuer,
      audience: AUDIENCE,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'jti', 'azp', 'sub'],
    });
    const { sub, oin, jti, exp } = claims.parse(payload);
    const partner = byOin.get(oin);
    if (exp - Date.now() / 1000 > MOST_LIFE) return null;
    if (partner === undefined || !partner.account || !uitgever.maySpeakFor(partner)) return null;
    return { medewerker: sub, partner, jti, exp };
  } catch {
    return null;
  }
}

function notSignedIn(): Hubfout {
  return new Hubfout(
    'HUB_NIET_AANGEMELD',
    'Niet aangemeld: verwacht wordt een geldig token van uw organisatie in "Authorization: Bearer".',
  );
}
