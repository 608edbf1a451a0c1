import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Scratch } from './backend';
import { COMPILING } from '../../harness/compiling';

export interface Child {
  readonly process: ChildProcess;
  /** Receipts printed so far. */
  readonly receipts: readonly string[];
  /** Resolves with the exit code, null when killed. */
  readonly ended: Promise<number | null>;
  /** Resolves when `count` receipts were printed. */
  printed(count: number): Promise<void>;
}

/**
 * Starts a process that appends `count` entries, `atOnce` at a time; `limit` caps the size of each file it writes, in blocks
 * of 512 bytes.
 */
export function startChild({ options }: Scratch, count: number, limit?: number, atOnce = 1): Child {
  const node = [...COMPILING, join(__dirname, 'appendInChild.ts')];
  const args = [...node, options.databaseUrl ?? '', options.file, String(count), String(atOnce)];
  const child =
    limit === undefined
      ? spawn(process.execPath, args)
      : spawn('sh', ['-c', `ulimit -f ${limit}; exec "$0" "$@"`, process.execPath, ...args]);
  let text = '';
  let errors = '';
  const receipts: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (text + chunk.toString()).split('\n');
    text = lines.pop() ?? '';
    receipts.push(...lines.filter((line) => line !== 'open'));
    for (const wait of waiting) if (receipts.length >= wait.count) wait.resolve();
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 1) reject(new Error(errors));
      else resolve(code);
    });
  });
  const printed = (wanted: number): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => waiting.push({ count: wanted, resolve })),
      ended.then((code) => Promise.reject(new Error(`child ended with ${code}: ${errors}`))),
    ]);
  return { process: child, receipts, ended, printed };
}
