/* oxlint-disable typescript/no-require-imports -- a command loads only what it needs: it is to start at once */
import type * as Bronbesluit from './casus/bronbesluit';
import type * as Bronstand from './casus/bronstand';
import type * as Meld from './casus/meld';
import type * as Stap from './casus/stap';
import type * as Verloop from './casus/verloop';
import type { AddCommand } from './commands';

/** `hub casus`: where a casus stands, the stappen that bring it on, and what a bronhouder decides in it. */
export const addCasus: AddCommand = (program, terminal) => {
  const casus = program
    .command('casus')
    .description('Waar een casus staat, de stappen die hem verder brengen, en wat een bronhouder erin besluit.')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');
  (require('./casus/meld') as typeof Meld).addMeld(casus, terminal);
  (require('./casus/verloop') as typeof Verloop).addVerloop(casus, terminal);
  (require('./casus/stap') as typeof Stap).addStap(casus, terminal);
  (require('./casus/bronstand') as typeof Bronstand).addBronstand(casus, terminal);
  (require('./casus/bronbesluit') as typeof Bronbesluit).addBronbesluit(casus, terminal);
};
