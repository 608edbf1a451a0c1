import { KeyObject, createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { demoKeys } from '../../../demo/demoKeys';
import type { Settings } from '../../../settings';
import { unusable } from '../../ended';

/** A key that the source under test takes for one of the hub, and the name under which it knows it. */
export interface Proefsleutel {
  readonly kid: string;
  readonly key: KeyObject;
}

/** A public key as it stands in the JWKS that a source reads. */
interface OpenbareSleutel {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** The key in a PEM file, or in the demo that of its hub. Throws Ended without telling what is in the file. */
export async function readProefsleutel(
  { mode, dir }: Settings,
  file: string | undefined,
  kid: string | undefined,
): Promise<Proefsleutel> {
  if (file === undefined) {
    if (mode === 'production') throw unusable('Noem met --sleutel de proefsleutel; zie "subgraph keygen".');
    const { hub } = await demoKeys(dir);
    return { kid: kid ?? hub.kid, key: KeyObject.from(hub.privateKey) };
  }
  const key = readPem(file);
  if (key === null) throw unusable(`${file} is geen geheime sleutel (PEM, EC over P-256).`);
  return { kid: kid ?? kidOf(key), key };
}

function readPem(file: string): KeyObject | null {
  try {
    const key = createPrivateKey(readFileSync(file));
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

/** The same key has the same name, wherever it is read: RFC 7638, shortened. */
function kidOf(key: KeyObject): string {
  const { crv, kty, x, y } = createPublicKey(key).export({ format: 'jwk' });
  return `proef-${createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url').slice(0, 16)}`;
}

/** What a source must have of a test key. */
export function jwksOf(key: KeyObject): { readonly keys: readonly [OpenbareSleutel] } {
  const jwk = createPublicKey(key).export({ format: 'jwk' }) as Pick<OpenbareSleutel, 'kty' | 'crv' | 'x' | 'y'>;
  return { keys: [{ ...jwk, kid: kidOf(key), alg: 'ES256', use: 'sig' }] };
}
