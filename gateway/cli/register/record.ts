import { z } from 'zod';
import { askBladen } from '../asking/askBladen';
import { askHub } from '../asking/askHub';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import { table } from '../table';
import type { Terminal } from '../terminal';

interface Options extends Vrager {
  readonly persoon?: string;
  readonly casus?: string;
  readonly json?: true;
}

const regelSchema = z.object({
  dag: z.string(),
  partner: z.string(),
  naam: z.string(),
  categorie: z.string(),
  label: z.string(),
  weg: z.enum(['ANTWOORD', 'BRON']),
  berekend: z.string().nullable(),
  versie: z.string().nullable(),
  aangekomen: z.boolean(),
});
type Regel = z.infer<typeof regelSchema>;

const shape = z.object({
  ontvangers: z.object({ regels: z.array(regelSchema), volgende: z.number().nullable(), digest: z.string() }),
});

/** `hub register record`: who got a datum of one's own organisation that was found wrong. */
export const addRecord: AddCommand = (register, terminal) => {
  const command = register
    .command('record <soort> [verwijzing]')
    .description('Wie een gegeven van de eigen organisatie kreeg: om te laten weten dat het onjuist was (AVG 19).');
  addVrager(command, 'een privacy officer van de organisatie die het gaf')
    .option('--persoon <id>', 'over wie het gaat: het id van de persoon in de casus')
    .option('--casus <id>', 'van een gegeven over geen persoon: de casus waar het op staat')
    .option('--json', 'als JSON: {soort, verwijzing, regels: [{dag, partner, naam, label, weg, versie, ...}]}')
    .addHelpText(
      'after',
      '\nsoort is die van de graaf (Incident, Zorgtraject, Politieadvies), verwijzing wat de bron in `record` gaf, of van een' +
        '\nadvies zijn id. Staat het gegeven zelf niet in de graaf, noem dan een veld dat eruit is berekend, zoals' +
        '\nHoofdbetrokkene.veiligheidsrisico. Wie iets kreeg dat uit het gegeven is berekend staat er altijd bij. Gelijke versie:' +
        '\nprecies hetzelfde is verstrekt; wat erin stond staat er niet. Wat eigen medewerkers zagen is geen verstrekking, wat' +
        '\nnooit wegging ook niet; wat misschien niet aankwam staat er wel, en dat staat erbij. Niets: het gegeven is er niet, is' +
        '\nvan een ander, of niemand kreeg het. Wat op een persoon zelf staat heeft geen verwijzing: noem alleen het veld, zoals' +
        '\nHoofdbetrokkene.geboortedatum, en --persoon.' +
        '\nElk van regels: {dag, partner, naam, categorie, label, weg, berekend, versie, aangekomen}.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 de ontvangers, ook als er geen zijn, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register record Incident <record> --persoon <id>' +
        ' --partner politie-oost-nederland --medewerker m-politie-4',
    )
    .action((soort: string, verwijzing: string | undefined, options: Options) =>
      record(soort, verwijzing, options, terminal),
    );
};

async function record(
  soort: string,
  verwijzing: string | undefined,
  { persoon, casus, json: asJson, ...vrager }: Options,
  terminal: Terminal,
): Promise<void> {
  if ((persoon === undefined) === (casus === undefined)) {
    throw unusable('Noem --persoon of, van een gegeven over geen persoon, --casus: een van beide.');
  }
  const { publicUrl, kop } = await openGesprek(vrager, terminal);
  const whole = await askBladen(async (vanaf) => {
    const variables = { soort, verwijzing, persoon, casus, vanaf };
    return (await askHub(publicUrl, kop, { operatie: 'ontvangers', variables }, shape)).ontvangers;
  });
  if (whole === null) throw fallsShort('Er is geen overzicht.');
  terminal.out(
    asJson ? json({ soort, verwijzing: verwijzing ?? null, regels: whole.regels }) : printOntvangers(whole.regels),
  );
}

function printOntvangers(regels: readonly Regel[]): string {
  if (regels.length === 0) return 'Niemand, voor zover dit gegeven er is en van de eigen organisatie is.\n';
  const rows = regels.map(({ dag, naam, label, weg, berekend, versie, aangekomen }) => {
    const hoe = [weg === 'BRON' ? 'via de bron' : '', aangekomen ? '' : 'misschien niet aangekomen'].filter(Boolean);
    const wat = hoe.length === 0 ? label : `${label} (${hoe.join(', ')})`;
    return [dag, naam, berekend === null ? wat : `${wat}\nin ${berekend}`, versie ?? '-'];
  });
  return table(['dag', 'aan', 'wat', 'versie'], rows);
}
