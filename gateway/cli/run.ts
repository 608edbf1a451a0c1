import { CommanderError } from 'commander';
import { Invoerfout } from '../../schema/invoerfout';
import { Instelfout } from '../settings';
import { type DutchCommand, dutchError } from './dutchCommand';
import { Ended } from './ended';
import type { Terminal } from './terminal';

/**
 * Runs a command line to its exit code: 0 holds, 1 falls short, 2 unusable input. Whatever goes wrong becomes one line
 * on stderr, never a stack trace.
 */
export async function run(
  makeProgram: () => DutchCommand,
  argv: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  try {
    await makeProgram().parseAsync(argv, { from: 'user' });
    return 0;
  } catch (fout) {
    if (fout instanceof CommanderError && fout.exitCode === 0) return 0;
    const { code, message } = endOf(fout);
    terminal.err(`${fout instanceof Invoerfout ? message : message.replace(/\s*\n\s*/g, ' ')}\n`);
    return code;
  }
}

function endOf(fout: unknown): Pick<Ended, 'code' | 'message'> {
  if (fout instanceof Ended) return fout;
  if (fout instanceof CommanderError) return { code: 2, message: dutchError(fout) };
  if (fout instanceof Instelfout) {
    return { code: 2, message: `De instelling ${fout.message.split(':')[0] ?? ''} kan niet worden gelezen.` };
  }
  if (fout instanceof Invoerfout) {
    return { code: 2, message: fout.message };
  }
  return { code: 2, message: `Dit lukte niet: ${fout instanceof Error ? fout.message : 'onbekende oorzaak'}` };
}
