import { readFileSync } from 'node:fs';
import { type CryptoKey, type JWK, importJWK } from 'jose';
import { z } from 'zod';
import { demoKeys } from '../../demo/demoKeys';
import { readSettings } from '../../settings';
import { unusable } from '../ended';
import type { Terminal } from '../terminal';

const jwkSchema = z.looseObject({
  kid: z.string().min(1),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  d: z.string(),
});

/** The key with which a partner signs its akten: from a file, or in the demo that of the demo. Throws Ended. */
export async function readStapsleutel(
  file: string | undefined,
  { env }: Terminal,
): Promise<{ readonly kid: string; readonly key: CryptoKey }> {
  if (file === undefined) {
    const { mode, dir } = readSettings(env, 'demo');
    if (mode !== 'demo') throw unusable('Noem met --sleutel de sleutel waarmee uw ketenpartner ondertekent.');
    const { partner } = await demoKeys(dir);
    return { kid: partner.kid, key: partner.privateKey };
  }
  try {
    const jwk: JWK & { kid: string } = jwkSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { kid: jwk.kid, key: (await importJWK(jwk, 'ES256')) as CryptoKey };
  } catch {
    // Without what is in the file.
    throw unusable(`${file} is geen geheime sleutel als JWK (EC, P-256) met een kid.`);
  }
}
