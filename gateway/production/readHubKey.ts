import { readFileSync } from 'node:fs';
import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { Hubsleutel } from '../federation/signDelegatie';
import { Startfout } from './Startfout';
import { isDemosleutel } from '../../schema/demosleutel';

const privateKey = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().min(1),
  d: z.string().min(1),
});

/**
 * The hub's own key, with which it signs delegations: a private JWK (ES256) in a file.
 *
 * @throws Startfout when it can't be read or is a key of the demo. The message never repeats what is in the file.
 */
export async function readHubKey(file: string): Promise<Hubsleutel> {
  const expected = `HUB_KEY_FILE (${file}): expected a private JWK, kty EC and crv P-256, with a kid`;
  try {
    const jwk = privateKey.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (isDemosleutel(jwk.kid)) throw new Startfout(`HUB_KEY_FILE (${file}): a key of the demo is refused`);
    const key: CryptoKey = await importJWK(jwk, 'ES256');
    return { kid: jwk.kid, key };
  } catch (fout) {
    throw fout instanceof Startfout ? fout : new Startfout(expected);
  }
}
