import { z } from 'zod';
import { DOELEN, type Doel } from '../../../schema/domain/doel';
import { askBladen } from '../asking/askBladen';
import { askHub } from '../asking/askHub';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { fallsShort } from '../ended';
import { json } from '../json';
import { readWoord } from '../readWoord';
import { table } from '../table';
import type { Terminal } from '../terminal';

interface Options extends Vrager {
  readonly doel: Doel;
  readonly json?: true;
}

const verslagSchema = z.object({
  tafel: z.array(z.object({ naam: z.string(), rol: z.string(), eerste: z.string(), laatste: z.string() })),
  regels: z.array(
    z.object({
      dag: z.string(),
      van: z.string(),
      aan: z.string(),
      rol: z.string().nullable(),
      doel: z.string().nullable(),
      fase: z.string().nullable(),
      artikel: z.string(),
      categorie: z.string(),
      label: z.string(),
      weg: z.enum(['ANTWOORD', 'BRON']),
    }),
  ),
  volgende: z.number().nullable(),
  digest: z.string(),
});
type Verslag = z.infer<typeof verslagSchema>;

/** `hub register case`: who shared what with whom in a casus, as the basis of the minutes. */
export const addCase: AddCommand = (register, terminal) => {
  const command = register
    .command('case <casus>')
    .description('Wie in een casus welke soort gegevens met wie deelde, en wie er aan tafel zat: voor het verslag.');
  addVrager(command, 'de procesregisseur of casusregisseur van deze casus')
    .requiredOption('--doel <doel>', `een van ${DOELEN.join(', ')}`, readWoord('doel', DOELEN))
    .option('--json', 'als JSON: {tafel: [{naam, rol, eerste, laatste}], regels: [{dag, van, aan, doel, label, ...}]}')
    .addHelpText(
      'after',
      '\nEr staan geen personen en geen medewerkers in. Wie aan tafel zat is geteld op de dagen waarop er iets werd gedeeld.' +
        '\nElk van regels: {dag, van, aan, rol, doel, fase, artikel, categorie, label, weg}. weg is ANTWOORD (gevraagd) of' +
        '\nBRON: een vraag van een ander vertelde het aan wie de bron beheert.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 het verslag, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register case <id> --partner gemeente-zwolle --medewerker m-zwolle-2' +
        ' --doel CASUSREGIE',
    )
    .action((casus: string, options: Options) => verslag(casus, options, terminal));
};

async function verslag(casus: string, { doel, json: asJson, ...vrager }: Options, terminal: Terminal): Promise<void> {
  const { publicUrl, kop } = await openGesprek(vrager, terminal, { casus, doel });
  const shape = z.object({ verslag: verslagSchema });
  const whole = await askBladen(async (vanaf) => {
    return (await askHub(publicUrl, kop, { operatie: 'verslag', variables: { vanaf } }, shape)).verslag;
  });
  if (whole === null) throw fallsShort('Er is geen verslag.');
  const { tafel, regels } = whole;
  terminal.out(asJson ? json({ tafel, regels }) : printVerslag(whole));
}

function printVerslag({ tafel, regels }: Verslag): string {
  if (regels.length === 0) return 'In deze casus is nog niets gedeeld.\n';
  const seats = tafel.map(({ naam, rol, eerste, laatste }) => [naam, rol, eerste, laatste]);
  const rows = regels.map(({ dag, van, aan, doel, label, artikel, weg }) => {
    return [dag, van, aan, weg === 'BRON' ? `${label} (via de bron)` : label, doel ?? '-', artikel || '-'];
  });
  return [
    'AAN TAFEL TOEN ER IETS WERD GEDEELD\n',
    table(['organisatie', 'rol', 'eerste dag', 'laatste dag'], seats),
    '\nGEDEELD\n',
    table(['dag', 'van', 'aan', 'wat', 'doel', 'artikel'], rows),
  ].join('');
}
