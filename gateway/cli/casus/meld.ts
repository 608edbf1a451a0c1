import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DOELEN, type Doel } from '../../../schema/domain/doel';
import { KADERS, type Kader } from '../../../schema/domain/kader';
import { THEMAS, type Thema } from '../../../schema/domain/thema';
import { vandaag } from '../../../schema/domain/vandaag';
import { type Aangemelde, aangemeldeSchema, type Aanmelding, wieVan } from '../../../schema/verloop/aanmelding';
import { textOfBesluit } from '../../../schema/verloop/besluit';
import { signAkte } from '../../../schema/verloop/handtekening';
import { askHub } from '../asking/askHub';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { unusable } from '../ended';
import { json } from '../json';
import { readWoord } from '../readWoord';
import type { Terminal } from '../terminal';
import { readStapsleutel } from './readStapsleutel';

interface Options extends Omit<Vrager, 'rol'> {
  readonly regie: string;
  readonly procesregisseur: string;
  readonly convenant: string;
  readonly doel: Doel;
  readonly kader: Kader;
  readonly thema: Thema;
  readonly gemeente: string;
  readonly betrokkene: string;
  readonly sleutel?: string;
  readonly json?: true;
}

const bewijsSchema = z.object({
  casus: z.string(),
  aanmelding: z.string(),
  bewijs: z.string(),
  tijdstip: z.string(),
});

/** `hub casus meld`: brings a casus in, signed for the partner of the melder. */
export const addMeld: AddCommand = (casus, terminal) => {
  const command = casus.command('meld').description('Meldt een casus aan, ondertekend door de eigen ketenpartner.');
  addVrager(command, 'wie daar als melder is aangewezen')
    .requiredOption('--betrokkene <bestand>', 'JSON: {voornamen, voorvoegsel, geslachtsnaam, geboortedatum, bsn}')
    .requiredOption('--regie <id>', 'ketenpartner die de regie krijgt')
    .requiredOption('--procesregisseur <id>', 'wie er daar naar kijkt')
    .requiredOption('--convenant <id>', 'convenant waaronder de casus valt')
    .requiredOption('--gemeente <naam>', 'gemeente waar het speelt')
    .requiredOption('--doel <doel>', `een van ${DOELEN.join(', ')}`, readWoord('doel', DOELEN))
    .requiredOption('--kader <kader>', `een van ${KADERS.join(', ')}`, readWoord('kader', KADERS))
    .requiredOption('--thema <thema>', `een van ${THEMAS.join(', ')}`, readWoord('thema', THEMAS))
    .option('--sleutel <bestand>', 'geheime sleutel van de ketenpartner (JWK met kid, ES256); de demo heeft een eigen')
    .option('--json', 'als JSON: {casus, aanmelding, bewijs, tijdstip}')
    .addHelpText(
      'after',
      '\nIn het bestand mogen "voorvoegsel" en "bsn" null zijn. Zo staat over wie het gaat niet op de opdrachtregel.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 de casus is aangemeld, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- casus meld --partner politie-oost-nederland --medewerker m-politie-3 \\\n' +
        '    --regie gemeente-zwolle --procesregisseur m-zwolle-2 --convenant veiligheidshuis-ijsselland \\\n' +
        '    --gemeente Zwolle --doel CASUSREGIE --kader DRANG --thema VEELPLEGER --betrokkene betrokkene.json',
    )
    .action((options: Options) => run(options, terminal));
};

async function run(options: Options, terminal: Terminal): Promise<void> {
  const { partner, medewerker, regie, procesregisseur, convenant, gemeente, doel, kader, thema } = options;
  const wie = readBetrokkene(options.betrokkene);
  const { kid, key } = await readStapsleutel(options.sleutel, terminal);
  const gesprek = await openGesprek({ partner, medewerker, rol: 'MELDER' }, terminal);
  const sleutel = randomBytes(16).toString('hex');
  const tekst = textOfBesluit({
    ...{ partner, medewerker, regie, procesregisseur },
    ...{ convenant, gemeente, doel, kader, thema, dag: vandaag(), sleutel, wie: wieVan(wie, sleutel) },
  } satisfies Aanmelding);
  const handtekening = await signAkte(tekst, kid, key, 'aanmelding+jws');
  const question = { operatie: 'meldAan', variables: { aanmelding: tekst, handtekening, ...wie } };
  const { meldAan } = await askHub(gesprek.publicUrl, gesprek.kop, question, z.object({ meldAan: bewijsSchema }));
  const line = `Casus ${meldAan.casus} is aangemeld op ${meldAan.tijdstip}; ontvangstbewijs ${meldAan.bewijs}.\n`;
  terminal.out(options.json ? json(meldAan) : line);
}

function readBetrokkene(file: string): Aangemelde {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw unusable(`${file} is niet te lezen als JSON.`);
  }
  const read = aangemeldeSchema.safeParse(given);
  if (read.success) return read.data;
  // By the names of its fields, never by what stands in them.
  const wrong = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? 'andere sleutels')))].join(', ');
  throw unusable(`${file}: ${wrong} is niet wat er verwacht wordt; zie --help.`);
}
