import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { findPartner } from '../demoToken';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import { readWoord } from '../readWoord';
import type { Terminal } from '../terminal';
import { type Dossierbewijs, askDossier, openDossier, takePosition } from './askDossier';
import { printDossier } from './printDossier';
import { readNummer } from './readNummer';

interface OpenOptions extends Vrager {
  readonly soort: 'INZAGE' | 'DATALEK';
  readonly persoon?: string;
  readonly account?: string;
  readonly json?: true;
}

interface PositionOptions extends Vrager {
  readonly besluit: 'VERSTREKKEN' | 'WEIGEREN';
  readonly grond?: string;
  readonly json?: true;
}

interface ShowOptions extends Vrager {
  readonly json?: true;
}

/** `hub register dossier`: opens a dossier of an inzageverzoek or a data leak, takes a position in it, shows it. */
export const addDossier: AddCommand = (register, terminal) => {
  const dossier = register
    .command('dossier')
    .description('Een dossier van een inzageverzoek of een datalek.')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');
  const open = dossier.command('open').description('Opent een dossier en zegt het nummer.');
  addVrager(open, 'een privacy officer; voor INZAGE die van het huis')
    .requiredOption('--soort <soort>', 'INZAGE of DATALEK', readWoord('soort dossier', ['INZAGE', 'DATALEK']))
    .option('--persoon <id>', 'van INZAGE: het id van de persoon')
    .option('--account <partner/medewerker>', 'van DATALEK: het account, van de eigen organisatie')
    .option('--json', 'als JSON: {dossier, bewijs, tijdstip}')
    .addHelpText(
      'after',
      '\nDe persoon is het id dat in de casus bij hem staat (hoofdbetrokkenen { id }); een BSN komt hier niet. Stel eerst' +
        '\nvast wie er vraagt en, voor een kind, dat hij het mag (BGS 1.2). Wie het dossier opent, behandelt het.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 het dossier is er, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register dossier open --partner gemeente-zwolle --medewerker m-zwolle-4' +
        ' --soort INZAGE --persoon <id>',
    )
    .action((options: OpenOptions) => runOpen(options, terminal));
  const position = dossier
    .command('position <nummer>')
    .description('Zegt voor de eigen organisatie of zij laat weten wat zij gaf. Het laatste standpunt geldt.');
  addVrager(position, 'een privacy officer van de bronhouder')
    .requiredOption('--besluit <besluit>', 'VERSTREKKEN of WEIGEREN', readWoord('besluit', ['VERSTREKKEN', 'WEIGEREN']))
    .option('--grond <artikel>', 'van WEIGEREN: het artikel, zoals "AVG 23 lid 1 onder d"')
    .option('--json', 'als JSON: {dossier, bewijs, tijdstip}')
    .addHelpText(
      'after',
      `${HOE_GEVRAAGD}\nAfloop: 0 vastgelegd, 1 de hub weigert of kent het dossier niet, 2 onbruikbare invoer of geen hub.` +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register dossier position D-7K3M-9QXT-4HWP --partner politie-oost-nederland' +
        ' --medewerker m-politie-4 --besluit WEIGEREN --grond "AVG 23 lid 1 onder d"',
    )
    .action((nummer: string, options: PositionOptions) => runPosition(nummer, options, terminal));
  const show = dossier.command('show <nummer>').description('Hoe het met een dossier staat.');
  addVrager(show, 'een privacy officer')
    .option('--json', 'als JSON: {nummer, soort, geopend, standpunten, gevers}; gevers is null voor wie niet behandelt')
    .addHelpText(
      'after',
      '\nWie iets gaf en wie nog moet antwoorden staat er alleen voor wie het dossier behandelt; een ander ziet zijn eigen' +
        `\nstandpunt.${HOE_GEVRAAGD}\nAfloop: 0 het dossier is er, 1 niet of niet voor u, 2 onbruikbare invoer of geen hub.` +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register dossier show D-7K3M-9QXT-4HWP --partner gemeente-zwolle' +
        ' --medewerker m-zwolle-4',
    )
    .action((nummer: string, options: ShowOptions) => runShow(nummer, options, terminal));
};

async function runOpen(
  { soort, persoon, account, json: asJson, ...vrager }: OpenOptions,
  terminal: Terminal,
): Promise<void> {
  const about = soort === 'INZAGE' ? readPersoon(persoon, account) : readAccount(vrager, account, persoon);
  tellBewijs(await openDossier(await openGesprek(vrager, terminal), about), 'Geopend', asJson, terminal);
}

async function runPosition(
  typed: string,
  { besluit, grond, json: asJson, ...vrager }: PositionOptions,
  terminal: Terminal,
): Promise<void> {
  const dossier = readNummer(typed);
  if (grond !== undefined && besluit !== 'WEIGEREN') throw unusable('--grond hoort bij WEIGEREN.');
  const bewijs = await takePosition(await openGesprek(vrager, terminal), { dossier, besluit, grond: grond ?? null });
  tellBewijs(bewijs, 'Standpunt vastgelegd', asJson, terminal);
}

async function runShow(typed: string, { json: asJson, ...vrager }: ShowOptions, terminal: Terminal): Promise<void> {
  const nummer = readNummer(typed);
  const dossier = await askDossier(await openGesprek(vrager, terminal), nummer);
  if (dossier === null) throw fallsShort(`Dossier ${nummer} is er niet, of is niet voor u.`);
  terminal.out(asJson ? json(dossier) : printDossier(dossier));
}

function tellBewijs(bewijs: Dossierbewijs, what: string, asJson: true | undefined, { out }: Terminal): void {
  out(asJson ? json(bewijs) : `${bewijs.dossier}\n${what} op ${bewijs.tijdstip}; ontvangstbewijs ${bewijs.bewijs}.\n`);
}

function readPersoon(persoon: string | undefined, account: string | undefined) {
  if (persoon === undefined || account !== undefined) throw unusable('INZAGE gaat over een persoon: noem --persoon.');
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(persoon)) throw unusable('--persoon is het id van de persoon in de casus.');
  return { soort: 'INZAGE', persoon } as const;
}

function readAccount({ partner: own }: Vrager, account: string | undefined, persoon: string | undefined) {
  if (account === undefined || persoon !== undefined) throw unusable('DATALEK gaat over een account: noem --account.');
  const [, partner = '', medewerker = ''] = /^([^/\s]+)\/(\S{1,200})$/.exec(account) ?? [];
  if (medewerker === '') throw unusable('--account is partner/medewerker, zoals politie-oost-nederland/m-politie-1.');
  if (findPartner(partner).id !== own) throw fallsShort('Een datalek gaat over een account van de eigen organisatie.');
  return { soort: 'DATALEK', medewerker } as const;
}
