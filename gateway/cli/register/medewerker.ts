import { z } from 'zod';
import { askBladen } from '../asking/askBladen';
import { askHub } from '../asking/askHub';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { fallsShort } from '../ended';
import { json } from '../json';
import { table } from '../table';
import type { Terminal } from '../terminal';
import { readNummer } from './readNummer';

interface Options extends Vrager {
  readonly json?: true;
}

const datalekSchema = z.object({
  personen: z.number(),
  regels: z.array(
    z.object({
      casus: z.string().nullable(),
      personen: z.number(),
      categorieen: z.array(z.string()),
      labels: z.array(z.string()),
      eerste: z.string(),
      laatste: z.string(),
      antwoorden: z.number(),
    }),
  ),
  volgende: z.number().nullable(),
  digest: z.string(),
});
type Datalek = z.infer<typeof datalekSchema>;

const shape = z.object({ datalek: datalekSchema.nullable() });

/** `hub register medewerker`: what the account of a data leak saw. */
export const addMedewerker: AddCommand = (register, terminal) => {
  const command = register
    .command('medewerker <nummer>')
    .description('Wat het account van een datalekdossier zag: per casus, van hoeveel personen, welke soort gegevens.');
  addVrager(command, 'een privacy officer van de organisatie van dat account')
    .option('--json', 'als JSON: {dossier, personen, regels: [{casus, personen, categorieen, labels, eerste, ...}]}')
    .addHelpText(
      'after',
      "\nWie de personen zijn kan het register niet zeggen: het bewaart geen namen of id's. Wie in te lichten is, weet de" +
        '\ncasus. Ook eigen gegevens tellen mee: wie het account gebruikte zag ze. Elk van regels: {casus, personen,' +
        '\ncategorieen, labels, eerste, laatste, antwoorden}.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 het overzicht, 1 het dossier is er niet of is niet voor u, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register medewerker D-7K3M-9QXT-4HWP' +
        ' --partner politie-oost-nederland --medewerker m-politie-4',
    )
    .action((nummer: string, options: Options) => medewerker(nummer, options, terminal));
};

async function medewerker(typed: string, { json: asJson, ...vrager }: Options, terminal: Terminal): Promise<void> {
  const dossier = readNummer(typed);
  const { publicUrl, kop } = await openGesprek(vrager, terminal);
  const whole = await askBladen(async (vanaf) => {
    return (await askHub(publicUrl, kop, { operatie: 'datalek', variables: { dossier, vanaf } }, shape)).datalek;
  });
  if (whole === null) throw fallsShort(`Datalekdossier ${dossier} is er niet, of is niet voor u.`);
  const { personen, regels } = whole;
  terminal.out(asJson ? json({ dossier, personen, regels }) : printDatalek(dossier, whole));
}

function printDatalek(dossier: string, { personen, regels }: Datalek): string {
  if (regels.length === 0) return `DATALEK ${dossier}\nDit account kreeg niets.\n`;
  const rows = regels.map((one) => [
    one.casus ?? 'buiten een casus',
    String(one.personen),
    `${one.eerste} tot en met ${one.laatste}`,
    one.labels.join('\n'),
  ]);
  const head = `DATALEK ${dossier}: gegevens van ${String(personen)} ${personen === 1 ? 'persoon' : 'personen'}`;
  return `${head}\n\n${table(['casus', 'personen', 'dagen', 'welke gegevens'], rows)}`;
}
