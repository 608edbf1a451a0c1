import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type CryptoKey, type JWK, importJWK } from 'jose';
import { openDemosleutel, writeOnce } from '../../schema/demosleutel';

/** A key pair of the demo, as it lies in its file. */
export interface DemoKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK & { readonly kid: string };
}

/** The keys of the demo: made on first use, kept in the demo's own folder, worth nothing elsewhere. */
export interface DemoKeys {
  /** Signs the delegations of the hub. */
  readonly hub: DemoKey;
  /** Signs the tokens of the demo issuer. */
  readonly uitgever: DemoKey;
  /** Signs the akten of every partner. */
  readonly partner: DemoKey;
  /** Key of the register's pseudonyms and of the keys of persons. */
  readonly register: Uint8Array;
  /** Signs the checkpoints of the register: private Ed25519 key, PEM. */
  readonly checkpoint: string;
}

/** Reads the keys, or makes them. Several processes may do so at once: the first file that is there wins. */
export async function demoKeys(dir: string): Promise<DemoKeys> {
  const folder = join(dir, 'sleutels');
  const hub = await keyPair(dir, 'hub');
  writeOnce(join(folder, 'hub.jwks.json'), () => JSON.stringify({ keys: [hub.publicJwk] }));
  const uitgever = await keyPair(dir, 'uitgever');
  const partner = await keyPair(dir, 'partner');
  const register = writeOnce(join(folder, 'register.key'), () => randomBytes(32).toString('base64url'));
  const checkpoint = writeOnce(join(folder, 'checkpoint.pem'), () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  });
  return { hub, uitgever, partner, register: Buffer.from(register, 'base64url'), checkpoint };
}

async function keyPair(dir: string, naam: Parameters<typeof openDemosleutel>[1]): Promise<DemoKey> {
  const jwk: JWK & { readonly kid: string } = openDemosleutel(dir, naam);
  const { d: _private, ...publicJwk } = jwk;
  return { kid: jwk.kid, privateKey: (await importJWK(jwk, 'ES256')) as CryptoKey, publicJwk };
}
