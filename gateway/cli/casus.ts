/* oxlint-disable typescript/no-require-imports -- a command loads only what it needs: it is to start at once */
import type * as Stap from './casus/stap';
import type * as Verloop from './casus/verloop';
import type { AddCommand } from './commands';

/** `hub casus`: where a casus stands, and the stappen that bring it on. */
export const addCasus: AddCommand = (program, terminal) => {
  const casus = program
    .command('casus')
    .description('Waar een casus staat, en de stappen die hem verder brengen.')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');
  (require('./casus/verloop') as typeof Verloop).addVerloop(casus, terminal);
  (require('./casus/stap') as typeof Stap).addStap(casus, terminal);
};
