import { Command, type CommanderError, type Help } from 'commander';
import { DutchHelp } from './dutchHelp';
import type { Terminal } from './terminal';

/** Columns of the help. */
const WIDTH = 100;

/** A commander command that speaks Dutch, throws instead of ending the process, and leaves its errors to `run`. */
export class DutchCommand extends Command {
  constructor(
    private readonly terminal: Terminal,
    name?: string,
  ) {
    super(name);
    this.helpOption('-h, --help', 'toon deze hulp');
    this.exitOverride();
    this.configureOutput({ writeOut: terminal.out, writeErr: () => undefined, getOutHelpWidth: () => WIDTH });
  }

  override createCommand(name?: string): DutchCommand {
    return new DutchCommand(this.terminal, name);
  }

  override createHelp(): Help {
    return Object.assign(new DutchHelp(), this.configureHelp());
  }
}

const SENTENCES: Readonly<Record<string, (named: readonly string[]) => string>> = {
  'commander.help': () => 'Noem een opdracht; --help toont welke er zijn.',
  'commander.unknownCommand': ([naam]) => `Onbekende opdracht "${naam ?? ''}".`,
  'commander.unknownOption': ([naam]) => `Onbekende optie "${naam ?? ''}".`,
  'commander.missingMandatoryOptionValue': ([naam]) => `De optie ${naam ?? ''} ontbreekt.`,
  'commander.optionMissingArgument': ([naam]) => `De optie ${naam ?? ''} mist een waarde.`,
  'commander.missingArgument': ([naam]) => `De opdracht mist "${naam ?? ''}".`,
  'commander.conflictingOption': (namen) => `Gebruik ${namen.join(' of ')}, niet allebei.`,
  'commander.excessArguments': ([naam]) => `Te veel woorden achter "${naam ?? ''}".`,
};

/** What commander has to say of a command line, as one Dutch line. Commander names what it means between quotes. */
export function dutchError({ code, message }: CommanderError): string {
  const [first = ''] = message.split('\n');
  const named = [...first.matchAll(/'([^']*)'/g)].map(([, naam]) => naam ?? '');
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const sentence = SENTENCES[code]?.(named) ?? 'Deze opdracht is niet te lezen.';
  return meant === undefined ? sentence : `${sentence} Bedoelde u ${meant.replace(/, (?=[^,]*$)/, ' of ')}?`;
}
