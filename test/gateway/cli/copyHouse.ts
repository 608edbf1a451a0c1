import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** A checkout of its own, in which a test can change the rules. */
export function copyHouse(to: string): string {
  for (const part of ['gateway', 'schema', 'subgraphs', 'test/cases', 'package.json', 'compile.cjs', '.swcrc']) {
    cpSync(join(ROOT, part), join(to, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(to, 'node_modules'));
  return to;
}
