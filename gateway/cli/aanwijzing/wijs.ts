import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ROLLEN } from '../../../schema/domain/rol';
import { vandaag } from '../../../schema/domain/vandaag';
import { type Rolduur } from '../../../schema/verloop/aanwijzingsbesluit';
import { textOfBesluit } from '../../../schema/verloop/besluit';
import { signAkte } from '../../../schema/verloop/handtekening';
import { askHub } from '../asking/askHub';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import { readStapsleutel } from '../casus/readStapsleutel';
import { collect } from '../collect';
import type { AddCommand } from '../commands';
import { unusable } from '../ended';
import { json } from '../json';
import { readWoord } from '../readWoord';
import type { Terminal } from '../terminal';
import { askAanwijzing } from './askAanwijzing';

interface Options extends Vrager {
  readonly voor?: readonly Rolduur[];
  readonly niets?: true;
  readonly sleutel?: string;
  readonly json?: true;
}

const bewijsSchema = z.object({ nr: z.number(), besluit: z.string(), bewijs: z.string(), tijdstip: z.string() });

/** `hub aanwijzing wijs`: designates somebody, signed for the partner of who hands it in. */
export const addWijs: AddCommand = (aanwijzing, terminal) => {
  const command = aanwijzing
    .command('wijs <wie>')
    .description('Wijst een medewerker van de eigen organisatie aan, voor wat er staat en voor niets anders meer.');
  addVrager(command, 'de privacy officer van die organisatie; niemand wijst zichzelf aan')
    .option(
      '--voor <rol>',
      'rol, of rol/van of rol/van/tot met dagen; van is anders vandaag; mag vaker',
      collect(readRolduur),
    )
    .option('--niets', 'in plaats van --voor: neemt alles terug')
    .option('--sleutel <bestand>', 'geheime sleutel van de ketenpartner (JWK met kid, ES256); de demo heeft een eigen')
    .option('--json', 'als JSON: {nr, besluit, bewijs, tijdstip}')
    .addHelpText(
      'after',
      '\nHet besluit komt in de plaats van alles ervoor (schema/verloop/README.md) en werkt meteen; "aanwijzing toon" zegt' +
        '\nwat er nu geldt.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 het besluit geldt, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- aanwijzing wijs m-politie-1 --voor DEELNEMER --partner' +
        ' politie-oost-nederland --medewerker m-politie-4',
    )
    .action((wie: string, options: Options) => run(wie, options, terminal));
};

async function run(
  wie: string,
  { voor = [], niets, sleutel, json: asJson, ...vrager }: Options,
  terminal: Terminal,
): Promise<void> {
  if (voor.length > 0 === (niets === true))
    throw unusable('Noem met --voor waarvoor, of met --niets dat alles vervalt.');
  const { kid, key } = await readStapsleutel(sleutel, terminal);
  const gesprek = await openGesprek(vrager, terminal);
  const { nr } = await askAanwijzing(gesprek, wie);
  const zelf = { partner: vrager.partner, medewerker: wie, nr: nr + 1, sleutel: randomBytes(16).toString('hex') };
  const besluit = textOfBesluit({ ...zelf, rollen: voor });
  const handtekening = await signAkte(besluit, kid, key, 'aanwijzing+jws');
  const question = { operatie: 'wijsAan', variables: { besluit, handtekening } };
  const { wijsAan } = await askHub(gesprek.publicUrl, gesprek.kop, question, z.object({ wijsAan: bewijsSchema }));
  const line = `Besluit ${String(wijsAan.nr)} over ${wie} geldt sinds ${wijsAan.tijdstip}; ontvangstbewijs ${wijsAan.bewijs}.\n`;
  terminal.out(asJson ? json(wijsAan) : line);
}

function readRolduur(given: string): Rolduur {
  const [rol = '', van = vandaag(), tot = null, ...more] = given.split('/');
  const dagen = [van, ...(tot === null ? [] : [tot])];
  if (more.length > 0 || dagen.some((dag) => !z.iso.date().safeParse(dag).success)) {
    throw unusable(`--voor ${given}: verwacht rol, rol/van of rol/van/tot, met dagen als 2026-12-31.`);
  }
  return { rol: readWoord('rol', ROLLEN)(rol), van, tot };
}
