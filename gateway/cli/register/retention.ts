import { existsSync } from 'node:fs';
import type { Vernietiging } from '../../../schema/domain/registerregel';
import { vandaag } from '../../../schema/domain/vandaag';
import { type Opdracht, planCode } from '../../register/retention/planVernietiging';
import { Planfout, lookAhead, vernietig } from '../../register/retention/vernietig';
import { emptyRegel } from '../../registering';
import { readSettings } from '../../settings';
import type { DutchCommand } from '../dutchCommand';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { operatorOptions } from './operator';

/** Years: WGS 1.8(7). A convenant may say less, never more. */
const MOST_YEARS = 5;

interface Options {
  readonly jaren?: string;
  readonly casus?: string;
  readonly persoon?: string;
  readonly uitvoeren?: string;
  readonly json?: true;
}

/** `hub register retention`: what must go by law goes, after a look at what that would be; the rest still verifies. */
export function addRetention(register: DutchCommand, terminal: Terminal): void {
  register
    .command('retention')
    .description(
      'Vernietigt wat niet langer bewaard mag worden. Laat eerst zien wat dat is; de rest blijft narekenbaar.',
    )
    .option(
      '--jaren <n>',
      `bewaartermijn in jaren, ten hoogste ${String(MOST_YEARS)} (WGS 1.8 lid 7); zonder andere keuze 5`,
    )
    .option('--casus <id>', 'alles over een casus die is afgewezen')
    .option('--persoon <id>', 'vernietigt de sleutel van een persoon: niets over hem is dan nog te lezen')
    .option('--uitvoeren <code>', 'voert uit wat onder deze code is getoond; is er intussen iets veranderd, dan niet')
    .option('--json', 'als JSON: {grond, regels, sleutels, blijven, code, uitgevoerd}')
    .addHelpText(
      'after',
      '\nVoor wie het register beheert: leest REGISTER_ADMIN_DATABASE_URL of REGISTER_DATABASE_URL, of anders' +
        '\nregister.sqlite in KETENHUB_DIR, en de sleutels van het register. Wat er gaat komt zelf in het register.' +
        '\nAfloop: 0 getoond of uitgevoerd, 1 er is intussen iets veranderd, 2 onbruikbare invoer of geen register.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register retention --jaren 5\n' +
        '  npm run --silent hub -- register retention --jaren 5 --uitvoeren 3f9c01ab77de',
    )
    .action((options: Options) => retention(options, terminal));
}

async function retention(given: Options, terminal: Terminal): Promise<void> {
  const opdracht = readOpdracht(given, terminal.now());
  const settings = readSettings(terminal.env, 'demo');
  const options = await operatorOptions(settings);
  if (options.databaseUrl === null && !existsSync(options.file)) {
    throw unusable(`Er is geen register: ${options.file} bestaat niet.`);
  }
  const plan = await reachable(lookAhead(options, opdracht));
  const code = planCode(plan);
  if (given.uitvoeren === undefined) {
    terminal.out(given.json ? json({ ...plan, code, uitgevoerd: null }) : `${tell(plan)}${invite(plan, code)}`);
    return;
  }
  if (given.uitvoeren !== code)
    throw fallsShort(`Onder die code is iets anders getoond dan wat nu zou gaan (${code}).`);
  const regel = { ...emptyRegel({ digest: '', attest: '' }), code: `RETENTIE_${opdracht.grond}` };
  const { bewijs, vernietigd } = await reachable(vernietig(options, opdracht, code, regel));
  terminal.out(
    given.json
      ? json({ ...vernietigd, code, uitgevoerd: bewijs })
      : `${tell(vernietigd)}Uitgevoerd op ${bewijs.tijdstip}; het staat in het register onder ${bewijs.id}.\n`,
  );
}

function readOpdracht({ jaren, casus, persoon }: Options, now: Date): Opdracht {
  if ([jaren, casus, persoon].filter((one) => one !== undefined).length > 1) {
    throw unusable('Kies een van --jaren, --casus en --persoon.');
  }
  if (casus !== undefined) return { grond: 'CASUS', casus };
  if (persoon !== undefined) return { grond: 'PERSOON', persoon };
  const years = Number(jaren ?? MOST_YEARS);
  if (!Number.isInteger(years) || years < 1 || years > MOST_YEARS) {
    throw unusable(`--jaren is een heel getal van 1 tot en met ${String(MOST_YEARS)} (WGS 1.8 lid 7).`);
  }
  const [year = 0, month = 1, day = 1] = vandaag(now).split('-').map(Number);
  // Of 29 February the day after.
  return { grond: 'BEWAARTERMIJN', voor: new Date(Date.UTC(year - years, month - 1, day)).toISOString() };
}

async function reachable<T>(work: Promise<T>): Promise<T> {
  return work.catch((fout: unknown) => {
    if (fout instanceof Planfout)
      throw fallsShort('Er is intussen iets veranderd; er is niets vernietigd. Kijk opnieuw.');
    // What a database says of itself may hold its address and account.
    throw unusable('Het register kan niet worden gelezen of geschreven; er is niets vernietigd.');
  });
}

function tell({ grond, regels, sleutels }: Vernietiging): string {
  const count = regels.reduce((sum, [from, to]) => sum + to - from, 0);
  const why = { BEWAARTERMIJN: 'de bewaartermijn is voorbij', CASUS: 'de casus is afgewezen', PERSOON: 'een persoon' }[
    grond
  ];
  return [
    `Grond: ${why}.`,
    `Inhoud van regels: ${String(count)}${count === 0 ? '' : ` (${regels.map(([from, to]) => (to === from + 1 ? String(from) : `${String(from)}-${String(to - 1)}`)).join(', ')})`}`,
    `Sleutels van personen: ${String(sleutels.length)}`,
    '',
  ].join('\n');
}

function invite({ regels, sleutels }: Vernietiging, code: string): string {
  if (regels.length + sleutels.length === 0) return 'Er hoeft niets weg.\n';
  return `Er is niets veranderd. Uitvoeren: dezelfde opdracht met --uitvoeren ${code}\n`;
}
