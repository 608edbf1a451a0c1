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
  readonly van: string;
  readonly tot: string;
  readonly json?: true;
}

const regelSchema = z.object({
  richting: z.enum(['GEGEVEN', 'GEKREGEN']),
  partner: z.string(),
  categorie: z.string(),
  label: z.string(),
  weg: z.enum(['ANTWOORD', 'BRON']),
  aantal: z.number(),
});
type Regel = z.infer<typeof regelSchema>;

const shape = z.object({
  partnerverkeer: z.object({ regels: z.array(regelSchema), volgende: z.number().nullable(), digest: z.string() }),
});

/** `hub register partner`: what one's own organisation gave and got, counted. */
export const addPartner: AddCommand = (register, terminal) => {
  const command = register
    .command('partner')
    .description('Hoe vaak de eigen organisatie welke soort gegevens gaf en kreeg, en aan en van wie.');
  addVrager(command, 'een privacy officer van die organisatie')
    .requiredOption('--van <dag>', 'vanaf deze dag, JJJJ-MM-DD', readDag('--van'))
    .requiredOption('--tot <dag>', 'tot deze dag, niet met', readDag('--tot'))
    .option('--json', 'als JSON: {van, tot, regels: [{richting, partner, categorie, label, weg, aantal}]}')
    .addHelpText(
      'after',
      '\nEr staan geen personen en geen medewerkers in, en niets dat anderen elkaar gaven. aantal telt antwoorden, of bij weg' +
        '\nBRON vragen die het vertelden aan wie een bron beheert.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 het overzicht, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register partner --partner politie-oost-nederland --medewerker m-politie-4' +
        ' --van 2026-01-01 --tot 2027-01-01',
    )
    .action((options: Options) => verkeer(options, terminal));
};

async function verkeer({ van, tot, json: asJson, ...vrager }: Options, terminal: Terminal): Promise<void> {
  if (van >= tot) throw unusable('--van ligt voor --tot.');
  const { publicUrl, kop } = await openGesprek(vrager, terminal);
  const whole = await askBladen(async (vanaf) => {
    return (await askHub(publicUrl, kop, { operatie: 'partnerverkeer', variables: { van, tot, vanaf } }, shape))
      .partnerverkeer;
  });
  if (whole === null) throw fallsShort('Er is geen overzicht.');
  terminal.out(asJson ? json({ van, tot, regels: whole.regels }) : printVerkeer(van, tot, whole.regels));
}

function printVerkeer(van: string, tot: string, regels: readonly Regel[]): string {
  const part = (richting: Regel['richting'], kop: string, wie: string): string => {
    const rows = regels
      .filter((one) => one.richting === richting)
      .map(({ partner, label, weg, aantal }) => [
        partner,
        weg === 'BRON' ? `${label} (via de bron)` : label,
        String(aantal),
      ]);
    return `\n${kop}\n${rows.length === 0 ? 'Niets.\n' : table([wie, 'wat', 'aantal'], rows)}`;
  };
  return `VAN ${van} TOT ${tot}\n${part('GEGEVEN', 'GEGEVEN', 'aan')}${part('GEKREGEN', 'GEKREGEN', 'van')}`;
}

function readDag(option: string): (given: string) => string {
  return (given) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : null;
    if (day === null || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== given) {
      throw unusable(`${option} is een dag, zoals 2026-01-31.`);
    }
    return given;
  };
}
