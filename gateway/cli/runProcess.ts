import { text } from 'node:stream/consumers';
import type { DutchCommand } from './dutchCommand';
import { run } from './run';
import type { Terminal } from './terminal';

/** Runs a program as this process. The exit code is set, not forced, so that a pipe gets all that was written. */
export async function runProcess(makeProgram: (terminal: Terminal, argv: readonly string[]) => DutchCommand) {
  // Whoever closes the pipe early (`| head`) has read enough.
  process.stdout.on('error', () => undefined);
  const terminal: Terminal = {
    out: (written) => void process.stdout.write(written),
    err: (written) => void process.stderr.write(written),
    errIsTty: process.stderr.isTTY,
    env: process.env,
    now: () => new Date(),
    readInput: () => text(process.stdin),
  };
  const argv = process.argv.slice(2);
  process.exitCode = await run(() => makeProgram(terminal, argv), argv, terminal);
}
