import { type Command, Help, type Option } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
};

/** Commander's help in Dutch: its readers are privacy officers as often as developers. */
export class DutchHelp extends Help {
  override styleTitle(title: string): string {
    return TITLES[title] ?? title;
  }

  override commandUsage(command: Command): string {
    return inDutch(super.commandUsage(command));
  }

  override subcommandTerm(command: Command): string {
    return inDutch(super.subcommandTerm(command));
  }

  override optionDescription({ description, defaultValue }: Option): string {
    return typeof defaultValue === 'string' ? `${description} (standaard: ${defaultValue})` : description;
  }
}

function inDutch(usage: string): string {
  return usage.replace('[options]', '[opties]').replace('[command]', '[opdracht]');
}
