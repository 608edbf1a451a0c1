import type { DutchCommand } from '../../../gateway/cli/dutchCommand';
import { hubProgram } from '../../../gateway/cli/hubProgram';
import { run } from '../../../gateway/cli/run';
import type { Terminal } from '../../../gateway/cli/terminal';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Given {
  readonly env?: Terminal['env'];
  readonly input?: string;
  readonly now?: string;
}

/** Runs a command line in this process, over a terminal that remembers. */
export async function onTerminal(
  makeProgram: (terminal: Terminal, argv: readonly string[]) => DutchCommand,
  argv: readonly string[],
  { env = {}, input = '', now = '2026-11-21T12:00:00Z' }: Given = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTty: false,
    env,
    now: () => new Date(now),
    readInput: () => Promise.resolve(input),
  };
  const code = await run(() => makeProgram(terminal, argv), argv, terminal);
  return { code, out, err };
}

export const hub = (argv: readonly string[], given?: Given): Promise<Outcome> => onTerminal(hubProgram, argv, given);

/** One line, with an end, and nothing of the machinery in it. */
export const ONE_LINE = /^(?!.*\bat .*:\d+:\d+)[^\n]+\n$/;
