import { COMMANDS } from './commands';
import { DutchCommand } from './dutchCommand';
import type { Terminal } from './terminal';

/** `npm run hub -- <command>`. */
export function hubProgram(terminal: Terminal, [first = '']: readonly string[]): DutchCommand {
  const program = new DutchCommand(terminal, 'npm run --silent hub --')
    .description('De hub op de opdrachtregel: wie krijgt wat, waarom, en wat is er verstrekt.')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht')
    .addHelpText('after', '\nAfloop: 0 het klopt, 1 het schiet tekort, 2 onbruikbare invoer.');
  const named = COMMANDS.get(first);
  for (const load of named === undefined ? COMMANDS.values() : [named]) load()(program, terminal);
  return program;
}
