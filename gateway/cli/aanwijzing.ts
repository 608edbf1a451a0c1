/* oxlint-disable typescript/no-require-imports -- a command loads only what it needs: it is to start at once */
import type * as Toon from './aanwijzing/toon';
import type * as Wijs from './aanwijzing/wijs';
import type { AddCommand } from './commands';

/** `hub aanwijzing`: for what a partner has designated its medewerkers. */
export const addAanwijzing: AddCommand = (program, terminal) => {
  const aanwijzing = program
    .command('aanwijzing')
    .description('Waarvoor medewerkers van de eigen organisatie zijn aangewezen.')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');
  (require('./aanwijzing/toon') as typeof Toon).addToon(aanwijzing, terminal);
  (require('./aanwijzing/wijs') as typeof Wijs).addWijs(aanwijzing, terminal);
};
