import { vandaag } from '../../../schema/domain/vandaag';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { writeWhole } from '../writeWhole';
import { askDossier, lackingIn } from './askDossier';
import { askInzage } from './inzage/askInzage';
import { groupInzage } from './inzage/groupInzage';
import { inzageHtml } from './inzage/inzageHtml';
import { printInzage } from './inzage/printInzage';
import { readNummer } from './readNummer';

interface Options extends Vrager {
  readonly html?: string;
  readonly json?: true;
}

/** `hub register subject`: what was disclosed about the person of an inzageverzoek, as it goes to that person. */
export const addSubject: AddCommand = (register, terminal) => {
  const command = register
    .command('subject <nummer>')
    .description('Wat er over de persoon van een inzagedossier is verstrekt: de grondslag van het antwoord aan hem.');
  addVrager(command, 'de privacy officer van het huis, die het dossier behandelt')
    .option('--html <bestand>', 'als pagina die op A4 kan worden afgedrukt')
    .option('--json', 'als JSON: {dossier, gemaakt, verstrekkingen: [{van, aan, doel, kader, convenant, gegevens}]}')
    .addHelpText(
      'after',
      '\nAlleen van bronhouders die het laten weten (VERSTREKKEN). Van een ander, en van wie niet heeft geantwoord, staat er' +
        '\nniets in het antwoord: geen regel, geen aantal, geen leegte. Wie nog moet antwoorden komt op stderr, voor u. Eigen' +
        '\ngegevens van wie vroeg zijn geen verstrekking. Wat klaarstond en nooit wegging staat er niet in; wat misschien niet' +
        '\naankwam wel, en dat staat erbij.' +
        '\nElk van gegevens: {label, categorie, artikel, dagen, opmerkingen}.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 het antwoord is compleet, 1 er ontbreekt een standpunt, of het dossier is niet voor u,' +
        '\n2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register subject D-7K3M-9QXT-4HWP --partner gemeente-zwolle' +
        ' --medewerker m-zwolle-4 --html antwoord.html',
    )
    .action((nummer: string, options: Options) => subject(nummer, options, terminal));
};

async function subject(typed: string, { html, json: asJson, ...vrager }: Options, terminal: Terminal): Promise<void> {
  if (html !== undefined && asJson) throw unusable('Gebruik --html of --json, niet allebei.');
  const dossier = readNummer(typed);
  const gesprek = await openGesprek(vrager, terminal);
  const state = await askDossier(gesprek, dossier);
  const regels = state === null ? null : await askInzage(gesprek, dossier);
  if (state === null || regels === null) throw fallsShort(`Inzagedossier ${dossier} is er niet, of is niet voor u.`);
  const verstrekkingen = groupInzage(regels);
  const antwoord = { dossier, gemaakt: vandaag(terminal.now()) };
  if (html === undefined) {
    terminal.out(asJson ? json({ ...antwoord, verstrekkingen }) : printInzage(antwoord, verstrekkingen));
  } else {
    save(html, inzageHtml(antwoord, verstrekkingen));
    terminal.err(`Geschreven: ${html}\n`);
  }
  const lacking = lackingIn(state);
  if (lacking.length > 0) {
    throw fallsShort(`Het dossier is niet compleet; er ontbreekt een standpunt van: ${lacking.join(', ')}.`);
  }
}

function save(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch {
    throw unusable(`${file} kan niet worden geschreven.`);
  }
}
