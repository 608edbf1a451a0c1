import type { Doel } from '../../../schema/domain/doel';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { addDoel } from './addDoel';
import { type Verloop, askVerloop } from './askVerloop';

interface Options extends Vrager {
  readonly doel: Doel;
  readonly json?: true;
}

/** `hub casus verloop`: where a casus stands, and what somebody at its table can do now. */
export const addVerloop: AddCommand = (casus, terminal) => {
  const command = casus
    .command('verloop <casus>')
    .description('Waar de casus staat, en welke stappen iemand aan tafel nu kan zetten.');
  addDoel(addVrager(command, 'iemand aan deze tafel'))
    .option('--json', 'als JSON: {nr, vorige, fase, kader, status, bevestigd, stappen}')
    .addHelpText(
      'after',
      `${HOE_GEVRAAGD}\nAfloop: 0 het verloop, 1 de hub weigert, 2 onbruikbare invoer of geen hub.` +
        '\n\nVoorbeeld:\n  npm run --silent hub -- casus verloop <id> --partner gemeente-zwolle --medewerker m-zwolle-2',
    )
    .action((id: string, options: Options) => show(id, options, terminal));
};

async function show(casus: string, { doel, json: asJson, ...vrager }: Options, terminal: Terminal): Promise<void> {
  const verloop = await askVerloop(await openGesprek(vrager, terminal, { casus, doel }));
  terminal.out(asJson ? json(verloop) : print(verloop));
}

function print({ nr, fase, kader, status, bevestigd, stappen }: Verloop): string {
  return [
    `${status}, fase ${fase}, kader ${kader}; ${bevestigd ? 'bevestigd' : 'nog niet door twee publieke partners bevestigd'}.`,
    `Er zijn ${String(nr)} stappen gezet.`,
    `Nu te zetten: ${stappen.length === 0 ? 'geen' : stappen.join(', ')}.`,
    '',
  ].join('\n');
}
