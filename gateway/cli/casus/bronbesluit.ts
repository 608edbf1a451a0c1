import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Doel } from '../../../schema/domain/doel';
import { textOfBesluit } from '../../../schema/verloop/besluit';
import { type Bronbesluit, readBronbesluit } from '../../../schema/verloop/bronbesluit';
import { signAkte } from '../../../schema/verloop/handtekening';
import { askHub } from '../asking/askHub';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import { collect } from '../collect';
import type { AddCommand } from '../commands';
import { unusable } from '../ended';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { addDoel } from './addDoel';
import { type Bronopties, addBron, askBronstand, readBron } from './askBronstand';
import { readStapsleutel } from './readStapsleutel';

interface Options extends Omit<Vrager, 'rol'>, Bronopties {
  readonly doel: Doel;
  readonly vrij?: readonly string[];
  readonly bezwaar?: readonly string[];
  readonly niets?: true;
  readonly sleutel?: string;
  readonly json?: true;
}

const bewijsSchema = z.object({ nr: z.number(), akte: z.string(), bewijs: z.string(), tijdstip: z.string() });

/** `hub casus bronbesluit`: releases something of the own organisation, or has it withheld, signed for that organisation. */
export const addBronbesluit: AddCommand = (casus, terminal) => {
  const command = casus
    .command('bronbesluit <casus>')
    .description('Geeft iets van de eigen organisatie in deze casus vrij, of laat het niet geven.');
  addBron(addDoel(addVrager(command, 'wie voor die organisatie aan deze tafel zit')))
    .option(
      '--vrij <ontvanger>',
      'ketenpartner of ketenrol aan wie het record is vrijgegeven; mag vaker',
      collect(String),
    )
    .option(
      '--bezwaar <ontvanger>',
      'ketenpartner of ketenrol aan wie het niet wordt gegeven, of IEDEREEN; mag vaker',
      collect(String),
    )
    .option('--niets', 'in plaats van --vrij en --bezwaar: neemt alles terug')
    .option('--sleutel <bestand>', 'geheime sleutel van de ketenpartner (JWK met kid, ES256); de demo heeft een eigen')
    .option('--json', 'als JSON: {nr, akte, bewijs, tijdstip}')
    .addHelpText(
      'after',
      '\nHet besluit komt in de plaats van alles wat er over dit gegeven in deze casus gold (schema/verloop/README.md);' +
        '\n"casus bronstand" zegt wat nu geldt. Wat niet wordt gegeven, ziet er voor een ander uit als wat er niet is.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 het besluit geldt, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- casus bronbesluit <id> --bron police --record <verwijzing>' +
        ' --vrij gemeente-zwolle \\\n    --partner politie-oost-nederland --medewerker m-politie-1',
    )
    .action((id: string, options: Options) => run(id, options, terminal));
};

async function run(casus: string, options: Options, terminal: Terminal): Promise<void> {
  const { partner, medewerker, doel, vrij = [], bezwaar = [], niets, sleutel: file, json: asJson } = options;
  const bron = readBron(options);
  if (vrij.length + bezwaar.length > 0 === (niets === true))
    throw unusable('Noem met --vrij of --bezwaar voor wie, of met --niets dat alles vervalt.');
  const { kid, key } = await readStapsleutel(file, terminal);
  const gesprek = await openGesprek({ partner, medewerker }, terminal, { casus, doel });
  const { nr } = await askBronstand(gesprek, bron);
  const kop = { partner, medewerker, casus, nr: nr + 1, sleutel: randomBytes(16).toString('hex') };
  const tekst = textOfBesluit({ ...kop, ...bron, vrijgegevenAan: vrij, bezwaarTegen: bezwaar } satisfies Bronbesluit);
  if (readBronbesluit(tekst) === null)
    throw unusable(
      'Zo is het geen besluit: elke ontvanger staat er een keer, en van een persoon wordt niets vrijgegeven.',
    );
  const handtekening = await signAkte(tekst, kid, key, 'bronbesluit+jws');
  const question = { operatie: 'neemBronbesluit', variables: { besluit: tekst, handtekening } };
  const shape = z.object({ neemBronbesluit: bewijsSchema });
  const { neemBronbesluit: bewijs } = await askHub(gesprek.publicUrl, gesprek.kop, question, shape);
  const line = `Besluit ${String(bewijs.nr)} geldt sinds ${bewijs.tijdstip}; ontvangstbewijs ${bewijs.bewijs}.\n`;
  terminal.out(asJson ? json(bewijs) : line);
}
