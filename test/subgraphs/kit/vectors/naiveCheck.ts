import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Vector, Vectors } from './buildVectors';

/** Written from subgraphs/kit/delegation/README.md alone, as somebody with another stack would. */

const OIN = /^\d{20}$/;
const ROLLEN = ['MELDER', 'DEELNEMER', 'CASUSREGISSEUR', 'PROCESREGISSEUR', 'INFORMATIEMAKELAAR', 'PRIVACY_OFFICER', 'AUDITOR']; // oxfmt-ignore
const DOELEN = ['STRAFRECHTELIJKE_HANDHAVING', 'BESTUURLIJKE_HANDHAVING', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING', 'CASUSREGIE', 'CRISISHULP', 'FRAUDEBESTRIJDING']; // oxfmt-ignore
const BEPERKINGEN = ['EIGEN_EN_RELEVANT', 'VRIJGEGEVEN', 'MET_GROND', 'WERKGEBIED'];

type Fields = Record<string, unknown>;

/** Number of the first rule that is broken; null: it holds. */
export function naiveCheck(
  { subgraaf, typ, jwks }: Vectors,
  { token, body, now }: Vector,
  seen: Set<string>,
): number | null {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.slice(0, 2).every((part) => /^[\w-]+$/.test(part)) || !/^[\w-]*$/.test(parts[2] ?? '')) return 1; // oxfmt-ignore
  const [header, claims] = parts.slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Fields); // oxfmt-ignore
  if (header === undefined || claims === undefined) return 1;

  const key = jwks.keys.find(({ kid }) => kid === header['kid']);
  if (header['alg'] !== 'ES256' || header['typ'] !== typ || key === undefined || 'crit' in header) return 2;

  const signature = Buffer.from(parts[2] ?? '', 'base64url');
  const signed = Buffer.from(`${parts[0] ?? ''}.${parts[1] ?? ''}`);
  const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
  if (signature.length !== 64 || !verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature))
    return 3;

  const { iss, aud, iat, exp, nbf, jti, lichaam, delegatie } = claims;
  if (iss !== 'ketenhub') return 4;
  if (aud !== subgraaf) return 5;
  if (!Number.isInteger(iat) || !Number.isInteger(exp)) return 6;
  const [from, until] = [Number(iat), Number(exp)];
  if (from > now + 5 || until <= now - 5 || until - from > 30) return 6;
  if (nbf !== undefined && Number(nbf) > now + 5) return 6;
  if (typeof jti !== 'string' || jti.length < 16 || jti.length > 200) return 7;
  if (lichaam !== createHash('sha256').update(body).digest('base64url')) return 8;
  if (!isDelegatie(delegatie) || delegatie['subgraaf'] !== subgraaf) return 9;
  if (seen.has(jti)) return 10;
  seen.add(jti);
  return null;
}

function isDelegatie(value: unknown): value is Fields {
  if (!hasJust(value, ['subgraaf', 'partner', 'oin', 'medewerker', 'werkgebied', 'rol', 'doel', 'casus', 'doorgegevenAan', 'verleningen'])) return false; // oxfmt-ignore
  const { partner, oin, medewerker, werkgebied, rol, doel, casus, doorgegevenAan, verleningen } = value;
  const orNull = (one: unknown, holds: (text: string) => boolean): boolean => one === null || (typeof one === 'string' && holds(one)); // oxfmt-ignore
  return (
    [partner, medewerker].every(isName) &&
    typeof oin === 'string' &&
    OIN.test(oin) &&
    Array.isArray(werkgebied) &&
    werkgebied.every(isName) &&
    orNull(rol, (one) => ROLLEN.includes(one)) &&
    orNull(doel, (one) => DOELEN.includes(one)) &&
    orNull(casus, isName) &&
    Array.isArray(doorgegevenAan) &&
    doorgegevenAan.every(isName) &&
    Array.isArray(verleningen) &&
    verleningen.every(isVerlening)
  );
}

function isVerlening(value: unknown): boolean {
  if (!hasJust(value, ['categorie', 'bronhouder', 'eigen', 'beperkingen'])) return false;
  const { categorie, bronhouder, eigen, beperkingen } = value;
  return (
    isName(categorie) &&
    typeof bronhouder === 'string' &&
    OIN.test(bronhouder) &&
    typeof eigen === 'boolean' &&
    Array.isArray(beperkingen) &&
    beperkingen.every((one) => BEPERKINGEN.includes(String(one)))
  );
}

const isName = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= 200;

function hasJust(value: unknown, names: readonly string[]): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  return JSON.stringify(Object.keys(value).toSorted()) === JSON.stringify(names.toSorted());
}
