import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../../schema/catalogus';
import { readLabels } from '../../schema/compose/readLabels';
import { INZAGEROLLEN } from '../../schema/domain/inzagerol';
import { vandaag } from '../../schema/domain/vandaag';
import { Invoerfout } from '../../schema/invoerfout';
import { readKetenpartners } from '../../schema/partners';
import { type Attest, attest as attestOf } from '../regels/attest';
import { codeDigest } from '../regels/codeDigest';
import { readRegels } from '../regels/readRegels';
import { type Settings, readSettings } from '../settings';
import { tokenOf } from './asking/caller';
import { askAttest } from './attest/askAttest';
import { type Bevinding, compareAttest } from './attest/compareAttest';
import { printAttest } from './attest/printAttest';
import type { AddCommand } from './commands';
import { fallsShort } from './ended';
import { json } from './json';
import { readWoord } from './readWoord';
import type { Terminal } from './terminal';

const SUPERGRAPH = join(__dirname, '../../schema/supergraph.graphql');

interface Options {
  readonly partner: string;
  readonly medewerker: string;
  readonly rol?: string;
  readonly json?: true;
}

/** `hub attest`: what the running hub runs, held against what lies here, and who signed it. */
export const addAttest: AddCommand = (program, terminal) => {
  program
    .command('attest')
    .description('Wat de lopende hub draait: digest van tabel, labels en code, sleutels, en wie heeft ondertekend.')
    .requiredOption('--partner <id>', 'ketenpartner van wie vraagt')
    .requiredOption('--medewerker <id>', 'wie vraagt: een privacy officer of auditor')
    .option('--rol <rol>', 'rol, als iemand er meer heeft', readWoord('rol', INZAGEROLLEN))
    .option('--json', 'als JSON: {attest, tabel, labels, code, sleutels, convenanten, afwijkend, ongetekend, klopt}')
    .addHelpText(
      'after',
      '\nVraagt het aan PUBLIC_URL, of anders http://localhost:PORT, met het token in KETENHUB_TOKEN; in de demo zo nodig' +
        '\nmet een token voor wie genoemd is. Legt het naast deze map: de convenanten van CONVENANTEN_DIR, de graaf en de' +
        '\ncode. Dat er is gekeken komt in het register.' +
        '\nAfloop: 0 wat loopt ligt hier en is ondertekend, 1 niet, of de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- attest --partner gemeente-zwolle --medewerker m-zwolle-5',
    )
    .action((options: Options) => attest(options, terminal));
};

async function attest({ rol, json: asJson, ...persona }: Options, terminal: Terminal): Promise<void> {
  const settings = readSettings(terminal.env, 'demo');
  const here = readHere(settings);
  const token = await tokenOf(settings, terminal.env['KETENHUB_TOKEN'], persona);
  const kop = { authorization: `Bearer ${token}`, ...(rol === undefined ? {} : { 'keten-rol': rol }) };
  const running = await askAttest(settings.publicUrl, kop);
  const bevinding = compareAttest(running, here, vandaag(terminal.now()));
  terminal.out(asJson ? json(bevinding) : printAttest(bevinding));
  if (!bevinding.klopt) throw fallsShort(whatIsWrong(bevinding, here !== null));
}

/** What this folder would attest, were it the hub: its keys it has not. null: what lies here is broken, and no hub would run it. */
function readHere({ convenantenDir }: Settings): Attest | null {
  try {
    const labels = readLabels(readFileSync(SUPERGRAPH, 'utf8'));
    const [catalogus, partners] = [readGegevenscatalogus(), readKetenpartners()];
    const grond = { labels, catalogus, partners, dir: convenantenDir, code: codeDigest(), sleutels: [] };
    return attestOf(readRegels({ ...grond, mode: 'demo' }));
  } catch (fout) {
    if (fout instanceof Invoerfout) return null;
    throw fout;
  }
}

function whatIsWrong({ afwijkend, ongetekend }: Bevinding, readable: boolean): string {
  const differs = readable ? `de hub draait iets anders dan hier ligt (${afwijkend.join(', ')})` : 'wat hier ligt klopt zelf niet; "hub check" zegt waarom'; // oxfmt-ignore
  const other = afwijkend.length === 0 ? [] : [differs];
  const unsigned = ongetekend.map(
    ({ convenant, versie, partijen }) => `${convenant} ${versie} is niet ondertekend door ${partijen.join(', ')}`,
  );
  return `Er klopt iets niet: ${[...other, ...unsigned].join('; ')}.`;
}
