import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What the code becomes when it runs rests on these. */
const COMPILED_BY = ['.swcrc', 'compile.cjs'];

/**
 * Digest of the code that decides, as it lies on disk: what runs can be held against what was reviewed.
 *
 * @param root of a checkout.
 */
export function codeDigest(root: string = join(__dirname, '../..')): string {
  const hash = createHash('sha256');
  for (const naam of COMPILED_BY) hash.update(`${naam}\n`).update(readFileSync(join(root, naam)));
  for (const folder of ['gateway', 'schema']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((naam) => naam.endsWith('.ts'))
      .sort();
    for (const naam of files) {
      hash.update(`${folder}/${naam.replaceAll(sep, '/')}\n`).update(readFileSync(join(root, folder, naam)));
    }
  }
  return hash.digest('hex');
}
