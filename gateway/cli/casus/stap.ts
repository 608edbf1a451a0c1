import { randomBytes } from 'node:crypto';
import type { Doel } from '../../../schema/domain/doel';
import { FASEN, type Fase } from '../../../schema/domain/fase';
import { KADERS, type Kader } from '../../../schema/domain/kader';
import { ROLLEN, type Rol } from '../../../schema/domain/rol';
import { vandaag } from '../../../schema/domain/vandaag';
import { textOf } from '../../../schema/verloop/akte';
import { signAkte } from '../../../schema/verloop/handtekening';
import { type Stap, STAPPEN, type Stapnaam } from '../../../schema/verloop/stap';
import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import { collect } from '../collect';
import type { AddCommand } from '../commands';
import { unusable } from '../ended';
import { json } from '../json';
import { readWoord } from '../readWoord';
import type { Terminal } from '../terminal';
import { addDoel } from './addDoel';
import { askStap, askVerloop } from './askVerloop';
import { readStapsleutel } from './readStapsleutel';

interface Options extends Omit<Vrager, 'rol'> {
  readonly doel: Doel;
  readonly fase?: Fase;
  readonly kader?: Kader;
  readonly zetel?: string;
  readonly alsRol?: Rol;
  readonly door?: string;
  readonly positief?: true;
  readonly criterium?: readonly string[];
  readonly toelichting?: string;
  readonly sleutel?: string;
  readonly json?: true;
}

/** `hub casus stap`: takes a stap, signed for the partner of who takes it. */
export const addStap: AddCommand = (casus, terminal) => {
  const command = casus
    .command('stap <casus> <stap>')
    .description(`Zet een stap in de casus, ondertekend door de eigen ketenpartner: ${STAPPEN.join(', ')}.`);
  addDoel(addVrager(command, 'iemand aan deze tafel'))
    .option('--fase <fase>', 'van NAAR_FASE', readWoord('fase', FASEN))
    .option('--kader <kader>', 'van WIJZIG_KADER', readWoord('kader', KADERS))
    .option('--zetel <partner/medewerker>', 'van PLAATS_GEVEN, VERLATEN en VERVANGEN: om wie het gaat')
    .option('--als-rol <rol>', 'van PLAATS_GEVEN: wat hij aan tafel wordt', readWoord('rol', ROLLEN))
    .option('--door <medewerker>', 'van VERVANGEN: wie er komt te zitten')
    .option('--positief', 'van DOELTOETSEN: aan de criteria is voldaan; weggelaten: de casus wordt afgewezen')
    .option('--criterium <tekst>', 'van DOELTOETSEN: waaraan is voldaan; mag vaker', collect(String))
    .option('--toelichting <tekst>', 'van DOELTOETSEN: waarom')
    .option('--sleutel <bestand>', 'geheime sleutel van de ketenpartner (JWK met kid, ES256); de demo heeft een eigen')
    .option('--json', 'als JSON: {nr, akte, bewijs, tijdstip}')
    .addHelpText(
      'after',
      '\nWat wie wanneer kan, staat in schema/verloop/README.md; "casus verloop" zegt wat nu kan.' +
        HOE_GEVRAAGD +
        '\nAfloop: 0 de stap is gezet, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- casus stap <id> PLAATS_GEVEN --partner gemeente-zwolle' +
        ' --medewerker m-zwolle-2 \\\n    --zetel politie-oost-nederland/m-politie-6 --als-rol DEELNEMER',
    )
    .action((id: string, naam: string, options: Options) => run(id, naam, options, terminal));
};

async function run(casus: string, naam: string, options: Options, terminal: Terminal): Promise<void> {
  const stap = readStap(readWoord('stap', STAPPEN)(naam), options);
  const { partner, medewerker, doel, sleutel: file, json: asJson } = options;
  const { kid, key } = await readStapsleutel(file, terminal);
  const gesprek = await openGesprek({ partner, medewerker }, terminal, { casus, doel });
  const { nr: last, vorige } = await askVerloop(gesprek);
  const kop = { nr: last + 1, vorige, sleutel: randomBytes(16).toString('hex'), dag: vandaag() };
  const handtekening = await signAkte(textOf({ casus, partner, medewerker, ...kop, ...stap }), kid, key);
  const bewijs = await askStap(gesprek, stap, { ...kop, handtekening });
  const line = `Stap ${String(bewijs.nr)} (${stap.stap}) is gezet op ${bewijs.tijdstip}; ontvangstbewijs ${bewijs.bewijs}.\n`;
  terminal.out(asJson ? json(bewijs) : line);
}

function readStap(stap: Stapnaam, options: Options): Stap {
  switch (stap) {
    case 'BEVESTIGEN':
    case 'AFSCHERMEN':
      return { stap };
    case 'DOELTOETSEN': {
      const { positief = false, criterium: criteria = [], toelichting = '' } = options;
      return { stap, positief, criteria, toelichting };
    }
    case 'NAAR_FASE':
      return { stap, fase: needed(stap, '--fase', options.fase) };
    case 'WIJZIG_KADER':
      return { stap, kader: needed(stap, '--kader', options.kader) };
    case 'PLAATS_GEVEN':
      return { stap, ...readZetel(stap, options), rol: needed(stap, '--als-rol', options.alsRol) };
    case 'VERLATEN':
      return { stap, ...readZetel(stap, options) };
    case 'VERVANGEN':
      return { stap, ...readZetel(stap, options), door: needed(stap, '--door', options.door) };
  }
}

function readZetel(stap: Stapnaam, { zetel }: Options): { zetelPartner: string; zetelMedewerker: string } {
  const given = needed(stap, '--zetel', zetel);
  const [, zetelPartner = '', zetelMedewerker = ''] = /^([^/\s]+)\/(\S{1,200})$/.exec(given) ?? [];
  if (zetelPartner === '') throw unusable('--zetel is partner/medewerker, zoals politie-oost-nederland/m-politie-6.');
  return { zetelPartner, zetelMedewerker };
}

function needed<Value>(stap: Stapnaam, option: string, value: Value | undefined): Value {
  if (value === undefined) throw unusable(`${stap} heeft ${option} nodig.`);
  return value;
}
