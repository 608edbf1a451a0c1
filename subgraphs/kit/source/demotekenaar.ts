import { createPrivateKey, sign } from 'node:crypto';
import { openDemosleutel } from '../../../schema/demosleutel';
import type { Tekenaar } from './SourceDefinition';

/**
 * Signs for every partner, with the one key of the demo: what a partner signs elsewhere in its own house. A JWS without
 * its content (RFC 7515, appendix F), ES256.
 *
 * @param dir the demo's own folder.
 */
export function demotekenaar(dir: string): Tekenaar {
  const { kid, ...jwk } = openDemosleutel(dir, 'partner');
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return (typ, tekst) => {
    const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid, typ })).toString('base64url');
    const signed = Buffer.from(`${header}.${Buffer.from(tekst).toString('base64url')}`);
    return `${header}..${sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
}
