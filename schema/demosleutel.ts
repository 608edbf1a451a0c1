import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Ids of the keys that the demo makes begin so. */
const DEMO_VOORVOEGSEL = 'demo-';

/** Production takes no key whose id begins like one of the demo, however it is written. */
export function isDemosleutel(kid: unknown): boolean {
  return /^demo/i.test(String(kid));
}

/** An ES256 key of the demo as its file holds it: a private JWK. */
export type Demosleutel = Readonly<Record<string, string>> & { readonly kid: string };

/**
 * Reads a key of the demo, or makes it. Every process of the demo may do so at once: the first file that is there wins.
 *
 * @param dir the demo's own folder.
 */
export function openDemosleutel(dir: string, naam: 'hub' | 'uitgever' | 'partner'): Demosleutel {
  const file = join(dir, 'sleutels', `${naam}.key.json`);
  return JSON.parse(writeOnce(file, () => JSON.stringify(newKey()))) as Demosleutel;
}

function newKey(): object {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: DEMO_VOORVOEGSEL + randomUUID(), alg: 'ES256', use: 'sig' };
}

/** Writes a file of the demo unless it is there, whole or not at all, and answers with what is in it. */
export function writeOnce(file: string, make: () => string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, make(), { mode: 0o600, flush: true });
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
