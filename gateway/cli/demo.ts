import { readKetenpartners } from '../../schema/partners';
import { type DemoOverview, demoOverview } from '../../subgraphs/kit/synthetic/demoOverview';
import { readSettings } from '../settings';
import type { AddCommand } from './commands';
import { unusable } from './ended';
import { json } from './json';
import { readDemowereld } from './readDemowereld';
import { table } from './table';
import type { Terminal } from './terminal';

/** `hub demo`: who and what there is in the demo, without a person in it. */
export const addDemo: AddCommand = (program, terminal) => {
  program
    .command('demo')
    .description('Wat er in de demo is: partijen met hun medewerkers, casussen met hun tafel, doelen.')
    .option('--json', 'als JSON: {partners, casussen, doelen}')
    .addHelpText(
      'after',
      '\nDe demo zelf hoeft niet te lopen; een token is niet nodig. KETENHUB_SEED en KETENHUB_SIZE zoals bij de start.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- demo --json',
    )
    .action(({ json: asJson }: { readonly json?: true }) => {
      const overview = readDemo(terminal);
      terminal.out(asJson ? json(overview) : print(overview));
    });
};

function readDemo(terminal: Terminal): DemoOverview {
  if (readSettings(terminal.env, 'demo').mode === 'production') {
    throw unusable('Met KETENHUB_MODE=production is er geen demo.');
  }
  return demoOverview(readDemowereld(terminal), readKetenpartners(), terminal.now());
}

function print({ partners, casussen, doelen }: DemoOverview): string {
  const staff = partners.map(({ id, soort, naam, medewerkers }) => [
    id,
    soort,
    naam,
    medewerkers.map((one) => `${one.id} (${one.rollen.join(', ')})`).join('\n') || 'geen account',
  ]);
  const tafels = casussen.map(({ id, doel, fase, kader, status, tafel }) => [
    id,
    fase,
    kader,
    status,
    doel,
    tafel.map(({ partner, medewerker, rol }) => `${partner} / ${medewerker} (${rol})`).join('\n') || '-',
  ]);
  return [
    'PARTIJEN\n',
    table(['id', 'soort', 'naam', 'medewerkers (rollen)'], staff),
    '\nCASUSSEN\n',
    table(['id', 'fase', 'kader', 'status', 'doel', 'tafel'], tafels),
    '\nDOELEN (voor de kop Keten-Doel)\n',
    ...doelen.map((doel) => `${doel}\n`),
  ].join('');
}
