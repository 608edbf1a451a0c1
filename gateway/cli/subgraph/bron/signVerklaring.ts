import { createHash, randomUUID, sign } from 'node:crypto';
import type { Delegatie } from '../../../../schema/domain/delegatie';
import type { Proefsleutel } from './proefsleutel';

type Claims = Readonly<Record<string, unknown>>;

/** What is made otherwise than the hub does. A claim of undefined is left out. */
export interface Afwijking {
  readonly kop?: Claims;
  readonly claims?: Claims;
  /** Changes what the delegatie says. */
  readonly delegatie?: Claims;
  /** Signs in place of the key that the source knows. */
  readonly sleutel?: Proefsleutel['key'];
  readonly der?: true;
}

/**
 * A statement as the hub signs it, or otherwise in what is named: the rules stand in subgraphs/kit/delegation/README.md.
 * Not by the code of the hub, which can't sign what does not hold.
 */
export function signVerklaring(
  { kid, key }: Proefsleutel,
  delegatie: Delegatie,
  lichaam: string,
  afwijking: Afwijking = {},
): string {
  const now = seconds();
  const text = [
    encode({ alg: 'ES256', typ: 'delegatie+jwt', kid, ...afwijking.kop }),
    encode({
      iss: 'ketenhub',
      aud: delegatie.subgraaf,
      iat: now,
      exp: now + 15,
      jti: randomUUID(),
      lichaam: digest(lichaam),
      delegatie: { ...delegatie, ...afwijking.delegatie },
      ...afwijking.claims,
    }),
  ].join('.');
  const dsaEncoding = afwijking.der === true ? ('der' as const) : ('ieee-p1363' as const);
  const signature = sign('sha256', Buffer.from(text), { key: afwijking.sleutel ?? key, dsaEncoding });
  return `${text}.${signature.toString('base64url')}`;
}

/** Now, as statements count. Of the machine itself: it is held against the clock of the source. */
export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

export function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

export function digest(text: string, as: 'base64url' | 'hex' = 'base64url'): string {
  return createHash('sha256').update(text).digest(as);
}
