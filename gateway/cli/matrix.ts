import { Option } from 'commander';
import { readGegevenscatalogus } from '../../schema/catalogus';
import type { Convenant } from '../../schema/domain/convenant';
import { DOELEN, type Doel } from '../../schema/domain/doel';
import { FASEN, type Fase } from '../../schema/domain/fase';
import { KADERS, type Kader } from '../../schema/domain/kader';
import type { Rol } from '../../schema/domain/rol';
import { vandaag } from '../../schema/domain/vandaag';
import { readKetenpartners } from '../../schema/partners';
import { onbekendWoord } from '../../schema/woorden';
import { findConvenant } from '../convenant/findConvenant';
import { readConvenanten } from '../convenant/readConvenanten';
import { PARTNERROLLEN } from '../decide/situatie';
import { readSettings } from '../settings';
import type { AddCommand } from './commands';
import { unusable } from './ended';
import { json } from './json';
import { decideMatrix } from './matrix/decideMatrix';
import { printMatrix } from './matrix/printMatrix';
import { toCsv } from './matrix/toCsv';
import { readWoord } from './readWoord';
import type { Terminal } from './terminal';

interface Options {
  readonly doel: Doel;
  readonly fase: Fase;
  readonly kader: Kader;
  readonly rol: Rol;
  readonly convenant?: string;
  readonly json?: true;
  readonly csv?: true;
}

/** `hub matrix`: what each kind of party may have of each category, by the rules of the live hub. */
export const addMatrix: AddCommand = (program, terminal) => {
  program
    .command('matrix')
    .description('Wie welke gegevens krijgt: soort partij maal gegevenscategorie, voor een doel, fase en kader.')
    .requiredOption('--doel <doel>', `een van ${DOELEN.join(', ')}`, readWoord('doel', DOELEN))
    .addOption(choice('fase', FASEN, 'CASUSOVERLEG'))
    .addOption(choice('kader', KADERS, 'DWANG'))
    .addOption(choice('rol', PARTNERROLLEN, 'DEELNEMER'))
    .option('--convenant <id>', 'het convenant, zoals het vandaag geldt (standaard: het enige)')
    .option('--json', 'als JSON: {convenant, versie, doel, fase, kader, rol, cellen}')
    .addOption(new Option('--csv', 'als CSV, een regel per cel').conflicts('json'))
    .addHelpText(
      'after',
      '\nHet gaat om een lopende, bevestigde casus. Per casus kan er minder zijn: een bron die niet aan tafel zit wordt' +
        '\nniets gevraagd. "explain" zegt het voor een bepaalde casus en vraag.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- matrix --doel ZORG_EN_HULPVERLENING --fase CASUSOVERLEG --kader DWANG',
    )
    .action((options: Options) => matrix(options, terminal));
};

function choice(naam: string, woorden: readonly string[], standaard: string): Option {
  return new Option(`--${naam} <${naam}>`, `een van ${woorden.join(', ')}`)
    .default(standaard)
    .argParser(readWoord(naam, woorden));
}

async function matrix({ doel, fase, kader, rol, ...options }: Options, terminal: Terminal): Promise<void> {
  const catalogus = readGegevenscatalogus();
  const partners = readKetenpartners();
  const { convenantenDir } = readSettings(terminal.env, 'demo');
  const convenant = pick(readConvenanten(convenantenDir, catalogus, partners), options.convenant, terminal.now());
  if (!convenant.doelen.includes(doel)) {
    throw unusable(`Convenant ${convenant.id} kent het doel ${doel} niet; wel: ${convenant.doelen.join(', ')}.`);
  }
  const vraag = { convenant, doel, fase, kader, rol };
  const cellen = await decideMatrix(vraag, catalogus, partners);
  if (options.json) {
    terminal.out(json({ convenant: convenant.id, versie: convenant.versie, doel, fase, kader, rol, cellen }));
  } else {
    terminal.out(options.csv ? toCsv(cellen) : printMatrix(vraag, cellen));
  }
}

/** The version in force today of the convenant named, or of the only one there is. */
function pick(convenanten: readonly Convenant[], named: string | undefined, now: Date): Convenant {
  const ids = [...new Set(convenanten.map(({ id }) => id))];
  const [only = ''] = ids;
  if (named === undefined && ids.length !== 1) {
    throw unusable(`Noem het convenant met --convenant; er zijn: ${ids.join(', ')}.`);
  }
  const id = named ?? only;
  if (!ids.includes(id)) throw unusable(`${onbekendWoord('convenant', id, ids) ?? id}.`.replace('?.', '?'));
  const convenant = findConvenant(convenanten, id, vandaag(now));
  if (convenant === null) throw unusable(`Convenant ${id} heeft geen versie die vandaag geldt.`);
  return convenant;
}
