import type { Doel } from '../../../schema/domain/doel';
import type { Bronstand } from '../../../schema/verloop/bronbesluit';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { addDoel } from './addDoel';
import { type Bronopties, addBron, askBronstand, readBron } from './askBronstand';

interface Options extends Omit<Vrager, 'rol'>, Bronopties {
  readonly doel: Doel;
  readonly json?: true;
}

/** `hub casus bronstand`: to whom something of the own organisation is released in a casus, and to whom it is not given. */
export const addBronstand: AddCommand = (casus, terminal) => {
  const command = casus
    .command('bronstand <casus>')
    .description(
      'Aan wie iets van de eigen organisatie in deze casus is vrijgegeven, en aan wie het niet wordt gegeven.',
    );
  addBron(addDoel(addVrager(command, 'wie voor die organisatie aan deze tafel zit')))
    .option('--json', 'als JSON: {nr, vrijgegevenAan, bezwaarTegen}')
    .addHelpText(
      'after',
      `${HOE_GEVRAAGD}\nAfloop: 0 de stand, 1 de hub weigert, 2 onbruikbare invoer of geen hub.` +
        '\n\nVoorbeeld:\n  npm run --silent hub -- casus bronstand <id> --bron police --record <verwijzing>' +
        ' --partner politie-oost-nederland --medewerker m-politie-1',
    )
    .action((id: string, options: Options) => show(id, options, terminal));
};

async function show(casus: string, options: Options, terminal: Terminal): Promise<void> {
  const bron = readBron(options);
  const { partner, medewerker, doel } = options;
  const found = await askBronstand(await openGesprek({ partner, medewerker }, terminal, { casus, doel }), bron);
  terminal.out(options.json ? json(found) : print(found));
}

function print({ nr, vrijgegevenAan, bezwaarTegen }: Bronstand): string {
  const list = (names: readonly string[]): string => (names.length === 0 ? 'niemand' : names.join(', '));
  return [
    nr === 0 ? 'Er is geen besluit.' : `Besluit ${String(nr)}.`,
    `Vrijgegeven aan: ${list(vrijgegevenAan)}.`,
    `Bezwaar tegen: ${list(bezwaarTegen)}.`,
    '',
  ].join('\n');
}
