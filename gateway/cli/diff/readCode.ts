import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

const ROOT = join(__dirname, '../../..');
/** Where it stands in code how rules are weighed and kept: no table shows a change of it. */
const WEGING = [
  ...['gateway/convenant', 'gateway/decide', 'gateway/prune', 'gateway/guard', 'gateway/context', 'gateway/release'],
  ...['gateway/federation', 'gateway/regels', 'schema/domain', 'schema/verloop', 'subgraphs/kit/beperkingen'],
  ...[
    'subgraphs/kit/delegation',
    'subgraphs/kit/lock',
    'subgraphs/municipality/facts',
    'subgraphs/municipality/verloop',
  ],
];

/** The code that decides in a checkout: file to digest, as git has it. null: no checkout. */
export function codeOnDisk(given: string): ReadonlyMap<string, string> | null {
  if (!existsSync(join(given, 'gateway/decide'))) return null;
  const files = WEGING.filter((folder) => existsSync(join(given, folder))).flatMap((folder) =>
    readdirSync(join(given, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll(sep, '/')}`),
  );
  return new Map(files.map((file) => [file, blobOf(readFileSync(join(given, file)))]));
}

/** The same of a git revision of this checkout. */
export function codeInGit(revision: string): ReadonlyMap<string, string> | null {
  try {
    const text = execFileSync('git', ['ls-tree', '-r', '--format=%(objectname) %(path)', revision, '--', ...WEGING], {
      ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
    });
    const lines = text.split('\n').filter((line) => line.endsWith('.ts'));
    return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
  } catch {
    return null;
  }
}

/** Files that are not the same on both sides; null: of one of them there is no code to look at. */
export function changedCode(
  oud: ReadonlyMap<string, string> | null,
  nieuw: ReadonlyMap<string, string> | null,
): string[] | null {
  if (oud === null || nieuw === null) return null;
  return [...new Set([...oud.keys(), ...nieuw.keys()])].filter((file) => oud.get(file) !== nieuw.get(file)).sort();
}

/** Id of a file's contents in git. */
function blobOf(bytes: Buffer): string {
  return createHash('sha1')
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
}
