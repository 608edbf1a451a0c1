import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, type JWK, exportJWK, generateKeyPair, importJWK } from 'jose';
import { DEMO_VOORVOEGSEL } from '../../schema/demosleutel';

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
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hub = await keyPair(join(folder, 'hub.key.json'));
  once(join(folder, 'hub.jwks.json'), JSON.stringify({ keys: [hub.publicJwk] }));
  const uitgever = await keyPair(join(folder, 'uitgever.key.json'));
  const partner = await keyPair(join(folder, 'partner.key.json'));
  const register = once(join(folder, 'register.key'), randomBytes(32).toString('base64url'));
  const { privateKey } = generateKeyPairSync('ed25519');
  const checkpoint = once(join(folder, 'checkpoint.pem'), String(privateKey.export({ format: 'pem', type: 'pkcs8' })));
  return { hub, uitgever, partner, register: Buffer.from(register, 'base64url'), checkpoint };
}

async function keyPair(file: string): Promise<DemoKey> {
  const made = existsSync(file) ? '' : JSON.stringify(await newKey());
  const jwk = JSON.parse(once(file, made)) as JWK & { kid: string };
  const { d: _private, ...publicJwk } = jwk;
  return { kid: jwk.kid, privateKey: (await importJWK(jwk, 'ES256')) as CryptoKey, publicJwk };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: DEMO_VOORVOEGSEL + randomUUID(), alg: 'ES256', use: 'sig' };
}

/** Writes the file unless it is there, whole or not at all, and answers with what is in it. */
function once(file: string, content: string): string {
  if (!existsSync(file)) {
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, content, { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (fout) {
      if (!(fout instanceof Error && 'code' in fout && fout.code === 'EEXIST')) throw fout;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readFileSync(file, 'utf8');
}
