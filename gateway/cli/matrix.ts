import { Option } from 'commander';
import { readGegevenscatalogus } from '../../schema/catalogus';
import type { Convenant } from '../../schema/domain/convenant';
import { DOELEN, type Doel } from '../../schema/domain/doel';
import { FASEN, type Fase } from '../../schema/domain/fase';
import { KADERS, type Kader } from '../../schema/domain/kader';
import { KETENROLLEN } from '../../schema/domain/ketenrol';
import { ONDERWERPEN, OP_AANWIJZING, type Onderwerp } from '../../schema/domain/onderwerp';
import { PARTNERSOORTEN } from '../../schema/domain/partnersoort';
import type { Rol } from '../../schema/domain/rol';
import { vandaag } from '../../schema/domain/vandaag';
import { readKetenpartners } from '../../schema/partners';
import { onbekendWoord } from '../../schema/woorden';
import { asSigned } from '../convenant/asSigned';
import { findConvenant } from '../convenant/findConvenant';
import { readConvenanten } from '../convenant/readConvenanten';
import { PARTNERROLLEN } from '../decide/situatie';
import type { Cel } from '../inzage/matrix/cel';
import { type Matrixvraag, chosenBy, makeMatrix, matches } from '../inzage/matrix/makeMatrix';
import { readSettings } from '../settings';
import { collect } from './collect';
import type { AddCommand } from './commands';
import { unusable } from './ended';
import { json } from './json';
import { printMatrix } from './matrix/printMatrix';
import { toCsv } from './matrix/toCsv';
import { toHtml } from './matrix/toHtml';
import { readWoord } from './readWoord';
import type { Terminal } from './terminal';
import { writeWhole } from './writeWhole';

interface Options {
  readonly convenant?: readonly string[];
  readonly partner?: readonly string[];
  readonly rol?: readonly Rol[];
  readonly doel?: readonly Doel[];
  readonly fase?: readonly Fase[];
  readonly kader?: readonly Kader[];
  readonly categorie?: readonly string[];
  readonly betreft?: readonly Onderwerp[];
  readonly json?: true;
  readonly csv?: true;
  readonly html?: string;
}

/** One convenant with what of its matrix was asked. */
export interface Deelmatrix {
  readonly convenant: Convenant;
  readonly cellen: readonly Cel[];
}

const SEATS: readonly Rol[] = [...PARTNERROLLEN, ...KETENROLLEN];

/** `hub matrix`: what each kind of party may have of each category, by the rules of the live hub. */
export const addMatrix: AddCommand = (program, terminal) => {
  program
    .command('matrix')
    .description('Wie welke gegevens krijgt, waarvoor, wanneer en op grond van welk artikel.')
    .option('--convenant <id>', 'het convenant, zoals het vandaag geldt', collect(String))
    .option('--partner <naam>', 'ontvanger: soort partner, ketenpartner of ketenrol', collect(String))
    .option('--rol <rol>', `een van ${SEATS.join(', ')}`, collect(readWoord('rol', SEATS)))
    .option('--doel <doel>', `een van ${DOELEN.join(', ')}`, collect(readWoord('doel', DOELEN)))
    .option('--fase <fase>', `een van ${FASEN.join(', ')}`, collect(readWoord('fase', FASEN)))
    .option('--kader <kader>', `een van ${KADERS.join(', ')}`, collect(readWoord('kader', KADERS)))
    .option('--categorie <naam>', 'gegevenscategorie, of alle van een bron: politie.*', collect(String))
    .option('--betreft <wie>', `een van ${ABOUT.join(', ')}`, collect(readWoord('onderwerp', ABOUT)))
    .option('--json', 'als JSON: {convenanten, cellen}')
    .addOption(new Option('--csv', 'als CSV, een regel per cel').conflicts(['json', 'html']))
    .addOption(new Option('--html <bestand>', 'als pagina voor een overleg; "-" naar stdout').conflicts('json'))
    .addHelpText(
      'after',
      '\nElke optie kan vaker; wat wordt weggelaten, betekent alles. Bij een doel, fase, kader en rol is het een tabel,' +
        '\nanders staat per gegeven wie het wanneer krijgt. Het gaat om een lopende, bevestigde casus, alsof elke partij het' +
        '\nconvenant heeft getekend. Per casus kan er minder zijn: een bron die niet aan tafel zit wordt niets gevraagd, en' +
        '\nvoor een positieve doeltoets geeft onder de WGS alleen de melder iets van zichzelf.' +
        '\n"explain" zegt het voor een bepaalde casus en vraag.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- matrix --doel ZORG_EN_HULPVERLENING --fase CASUSOVERLEG --kader DWANG' +
        '\n  npm run --silent hub -- matrix --partner POLITIE --categorie "zorg.*" --html politie.html',
    )
    .action((options: Options) => {
      matrix(options, terminal);
    });
};

const ABOUT = ONDERWERPEN.filter((one) => !OP_AANWIJZING.includes(one));

function matrix(options: Options, terminal: Terminal): void {
  const catalogus = readGegevenscatalogus();
  const partners = readKetenpartners();
  const { convenantenDir } = readSettings(terminal.env, 'demo');
  const known = readConvenanten(convenantenDir, catalogus, partners);
  const vraag: Matrixvraag = {
    ontvangers: options.partner ?? null,
    rollen: options.rol ?? null,
    doelen: options.doel ?? null,
    fasen: options.fase ?? null,
    kaders: options.kader ?? null,
    categorieen: options.categorie ?? null,
    betreft: options.betreft ?? null,
  };
  const names = [...PARTNERSOORTEN, ...KETENROLLEN, ...partners.keys()];
  for (const naam of vraag.ontvangers ?? []) checkWord('ontvanger', naam, names);
  for (const naam of vraag.categorieen ?? []) {
    if (![...catalogus.keys()].some((one) => matches(one, naam)))
      checkWord('gegevenscategorie', naam, [...catalogus.keys()]);
  }
  if (![...catalogus.values()].some(chosenBy(vraag)))
    throw unusable('Geen enkel gegeven past bij --categorie en --betreft.');
  const delen = pick(known, options, terminal.now())
    .map((convenant): Deelmatrix => {
      return { convenant, cellen: makeMatrix(vraag, asSigned(convenant), { catalogus, partners }) };
    })
    .filter(({ cellen }) => cellen.length > 0);
  if (delen.length === 0) throw unusable('Geen enkele cel past bij deze keuze.');
  if (options.html !== undefined && options.html !== '-') {
    save(options.html, toHtml(vraag, delen, terminal.now()));
    terminal.err(`Geschreven: ${options.html}\n`);
  } else {
    terminal.out(write(options, vraag, delen, terminal.now()));
  }
}

function write(options: Options, vraag: Matrixvraag, delen: readonly Deelmatrix[], now: Date): string {
  const cellen = delen.flatMap((deel) => deel.cellen);
  if (options.json) {
    const convenanten = delen.map(({ convenant: { id, versie, van, tot } }) => ({ id, versie, van, tot }));
    return json({ convenanten, cellen: cellen.map(({ wegen: _, ...cel }) => cel) });
  }
  if (options.csv) return toCsv(cellen);
  return options.html === undefined ? printMatrix(delen) : toHtml(vraag, delen, now);
}

function save(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch {
    throw unusable(`${file} kan niet worden geschreven.`);
  }
}

/** The versions in force today: of the convenanten named, or of all that know one of the doelen. */
function pick(known: readonly Convenant[], { convenant: named, doel: doelen }: Options, now: Date): Convenant[] {
  const ids = [...new Set(known.map(({ id }) => id))];
  for (const id of named ?? []) checkWord('convenant', id, ids);
  const found = (named ?? ids).flatMap((id) => findConvenant(known, id, vandaag(now)) ?? []);
  for (const id of named ?? []) {
    if (!found.some((one) => one.id === id)) throw unusable(`Convenant ${id} heeft geen versie die vandaag geldt.`);
  }
  if (found.length === 0) throw unusable('Geen enkel convenant heeft een versie die vandaag geldt.');
  const about = found.filter((one) => doelen?.some((doel) => one.doelen.includes(doel)) ?? true);
  const [first] = found;
  if (about.length > 0) return about;
  const words = [...new Set(found.flatMap((one) => one.doelen))].join(', ');
  const who = found.length === 1 && first !== undefined ? `Convenant ${first.id}` : 'Geen enkel convenant';
  throw unusable(`${who} kent ${(doelen ?? []).join(' of ')}${found.length === 1 ? ' niet' : ''}; wel: ${words}.`);
}

function checkWord(soort: string, given: string, words: readonly string[]): void {
  if (!words.includes(given)) throw unusable(`${onbekendWoord(soort, given, words) ?? given}.`.replace('?.', '?'));
}
