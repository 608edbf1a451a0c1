import { readSettings } from '../../settings';
import type { DutchCommand } from '../dutchCommand';
import { unusable } from '../ended';
import { readWoord } from '../readWoord';
import type { Terminal } from '../terminal';
import type { Vraagkop } from './askHub';
import { tokenOf } from './caller';
import { ROLLEN } from '../../../schema/domain/rol';

/** Who asks. */
export interface Vrager {
  readonly partner: string;
  readonly medewerker: string;
  readonly rol?: string;
}

/** Where the hub is, and with which headers it is asked. */
export interface Gesprek {
  readonly publicUrl: string;
  readonly kop: Vraagkop;
}

/** How a command that asks the running hub says where, as whom and how it ends; its own words go before. */
export const HOE_GEVRAAGD =
  '\nVraagt het aan PUBLIC_URL, of anders http://localhost:PORT, met het token in KETENHUB_TOKEN; in de demo zo nodig' +
  '\nmet een token voor wie genoemd is. Dat er is gekeken komt in het register.';

/** Adds the options that say who asks. `wie`: who may. */
export function addVrager(command: DutchCommand, wie: string): DutchCommand {
  command
    .requiredOption('--partner <id>', 'ketenpartner van wie vraagt')
    .requiredOption('--medewerker <id>', `wie vraagt: ${wie}`)
    .option('--rol <rol>', 'rol, als iemand er buiten een casus meer heeft', readWoord('rol', ROLLEN));
  return command;
}

/** @param casus and doel, when it is asked inside one. Throws Ended. */
export async function openGesprek(
  { rol, ...persona }: Vrager,
  terminal: Terminal,
  inCasus?: { readonly casus: string; readonly doel: string },
): Promise<Gesprek> {
  const settings = readSettings(terminal.env, 'demo');
  const token = await tokenOf(settings, terminal.env['KETENHUB_TOKEN'], persona);
  const kop: Vraagkop = {
    authorization: `Bearer ${token}`,
    ...(rol === undefined ? {} : { 'keten-rol': rol }),
    ...(inCasus === undefined
      ? {}
      : { 'keten-casus': headerValue(inCasus.casus), 'keten-doel': headerValue(inCasus.doel) }),
  };
  return { publicUrl: settings.publicUrl, kop };
}

function headerValue(given: string): string {
  if (!/^[\x21-\x7e]{1,200}$/.test(given)) throw unusable('Een casus en een doel zijn elk een woord zonder spaties.');
  return given;
}
