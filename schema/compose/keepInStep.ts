import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * Keeps generated files that are committed in step with what they come from: writes those that differ, or with `check`
 * only names them.
 *
 * @returns the exit code: 1 when a check found drift.
 */
export function keepInStep(folder: string, files: Readonly<Record<string, string>>, check: boolean): number {
  const drifted = Object.entries(files).filter(([file, text]) => {
    const path = join(folder, file);
    const same = existsSync(path) && readFileSync(path, 'utf8') === text;
    if (!same && !check) writeFileSync(path, text);
    return !same;
  });
  for (const [file] of drifted) {
    process.stdout.write(`${posix.join('schema', file)}: ${check ? 'drifted; run npm run contract' : 'written'}\n`);
  }
  return check && drifted.length > 0 ? 1 : 0;
}
