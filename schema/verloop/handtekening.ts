import { type CryptoKey, FlattenedSign, type FlattenedVerifyGetKey, flattenedVerify } from 'jose';
import { z } from 'zod';

/** What is signed: nothing that is signed as one counts as the other. */
export type Getekende = 'akte+jws' | 'beginstand+jws' | 'aanwijzing+jws' | 'bronbesluit+jws' | 'aanmelding+jws';
const DETACHED = /^([A-Za-z0-9_-]{1,1000})\.\.([A-Za-z0-9_-]{86})$/;

/** Public keys of a partner, by their `kid`: those that hold now. */
export type Stapsleutels = FlattenedVerifyGetKey;

/** Signs the text of a akte: a JWS without its content (RFC 7515, appendix F), ES256. */
export async function signAkte(
  text: string,
  kid: string,
  key: CryptoKey,
  typ: Getekende = 'akte+jws',
): Promise<string> {
  const jws = await new FlattenedSign(Buffer.from(text)).setProtectedHeader({ alg: 'ES256', typ, kid }).sign(key);
  return `${jws.protected ?? ''}..${jws.signature}`;
}

/** Its header says which key, and nothing else: what else stood there would stand in the register. */
const HEADER = z.strictObject({
  alg: z.literal('ES256'),
  kid: z.string().regex(/^[\w.:-]{1,100}$/),
  typ: z.string(),
});

/** Whether a detached signature is one of these keys, under exactly this text. Whatever is wrong, it is not. */
export async function isSigned(
  text: string,
  handtekening: string,
  sleutels: Stapsleutels,
  typ: Getekende = 'akte+jws',
): Promise<boolean> {
  const [, header = '', signature = ''] = DETACHED.exec(handtekening) ?? [];
  if (header === '' || !isPlain(header) || !isPlain(signature)) return false;
  const payload = Buffer.from(text).toString('base64url');
  try {
    const said = Buffer.from(header, 'base64url').toString();
    const read: unknown = JSON.parse(said);
    // Written once more it is the same: no key stands there twice, and nothing between them.
    const kop = HEADER.safeParse(read);
    if (!kop.success || kop.data.typ !== typ || JSON.stringify(read) !== said) return false;
    await flattenedVerify({ protected: header, payload, signature }, sleutels, { algorithms: ['ES256'] });
    return true;
  } catch {
    return false;
  }
}

/** Bytes can be written in base64url in several ways; only in this one. (Of an ES256 signature there are two that hold, r with s and with n-s: that a
 * text was signed is told by it, not which of the two came.) */
function isPlain(base64url: string): boolean {
  return Buffer.from(base64url, 'base64url').toString('base64url') === base64url;
}
