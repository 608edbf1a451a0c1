import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Outcome } from './onTerminal';
import { COMPILING } from '../../harness/compiling';

const ROOT = join(__dirname, '../../..');

/** Runs an entry as the process that it really is, with nothing in its environment but what is given; of another checkout if one is named. */
export async function spawnCli(
  entry: 'main' | 'token',
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
  root = ROOT,
): Promise<Outcome> {
  const file = join(root, `gateway/cli/${entry}.ts`);
  const child = spawn(process.execPath, [...COMPILING, file, ...argv], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });
  child.stdin.end(input);
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
