import { readFile, stat } from 'node:fs/promises';
import { importJWK, type CryptoKey, type JWK, type JWTHeaderParameters } from 'jose';
import { z } from 'zod';
import { isDemosleutel } from '../../../schema/demosleutel';

const REREAD_MS = 1000;

const jwksSchema = z.object({
  keys: z.array(
    z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), kid: z.string() }),
  ),
});

/**
 * The hub's public keys, from a JWKS file. Read when first needed and again when the file changes, so that a key can
 * be added or withdrawn while the subgraph runs.
 */
export class HubKeys {
  #keys = new Map<string, CryptoKey>();
  #mtime = -1;
  #lookedAt = -Infinity;

  /** @param demo false: keys of the demo are refused */
  constructor(
    private readonly file: string,
    private readonly demo: boolean,
  ) {}

  /** The key that a token names. @throws Error when there is none, or the file can't be read. */
  async find(header: JWTHeaderParameters): Promise<CryptoKey> {
    await this.load();
    const key = header.kid === undefined ? undefined : this.#keys.get(header.kid);
    if (key === undefined) throw new Error('no key of the hub by that id');
    return key;
  }

  /** @throws Error when the file can't be read or holds no usable key. */
  async load(): Promise<void> {
    if (performance.now() - this.#lookedAt < REREAD_MS && this.#keys.size > 0) return;
    const { mtimeMs } = await stat(this.file);
    if (mtimeMs !== this.#mtime || this.#keys.size === 0) {
      this.#keys = await this.#read();
      this.#mtime = mtimeMs;
    }
    this.#lookedAt = performance.now();
  }

  async #read(): Promise<Map<string, CryptoKey>> {
    const { keys } = jwksSchema.parse(JSON.parse(await readFile(this.file, 'utf8')));
    if (keys.length === 0) throw new Error('the JWKS of the hub holds no key');
    if (!this.demo && keys.some(({ kid }) => isDemosleutel(kid)))
      throw new Error('a key of the demo is not for production');
    const imported = keys.map(async ({ kid, kty, crv, x, y }) => {
      const jwk: JWK = { kty, crv, x, y };
      return [kid, (await importJWK(jwk, 'ES256')) as CryptoKey] as const;
    });
    return new Map(await Promise.all(imported));
  }
}
