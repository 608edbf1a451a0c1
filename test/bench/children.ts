import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { COMPILING } from '../harness/compiling';

/** Starts a file beside this one as a process of its own. */
export function startChild(file: string, env: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
  const node = [...COMPILING, join(__dirname, file)];
  const child = spawn(process.execPath, node, { env: { ...process.env, ...env } });
  child.stderr.pipe(process.stderr);
  return child;
}

/** The next line that it prints. */
export function nextLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const hear = (chunk: Buffer): void => {
      text += chunk.toString();
      if (!text.endsWith('\n')) return;
      child.stdout.off('data', hear);
      child.off('exit', gone);
      resolve(text.trim());
    };
    const gone = (): void => {
      reject(new Error('the other process ended'));
    };
    child.stdout.on('data', hear);
    child.once('exit', gone);
  });
}
