import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Convenant } from '../../schema/domain/convenant';
import { vandaag } from '../../schema/domain/vandaag';
import type { Invoermelding } from '../../schema/invoerfout';
import { asSigned } from '../convenant/asSigned';
import { findConvenant } from '../convenant/findConvenant';
import { createDecider } from '../decide/createDecider';
import type { Afwijking } from '../inzage/toetsgevallen/compareVerwacht';
import { type Toetsgrond, runToetsgeval } from '../inzage/toetsgevallen/runToetsgeval';
import { readSettings } from '../settings';
import { readRules } from './check/readRules';
import { readToetsgevallen } from './check/readToetsgevallen';
import type { AddCommand } from './commands';
import { fallsShort } from './ended';
import { json } from './json';
import type { Terminal } from './terminal';

/** The convenanten of the region, and the toetsgevallen that go with them. */
const CONVENANTEN = join(__dirname, '../../schema/convenanten');
const GEVALLEN = join(__dirname, '../../test/cases');

interface Options {
  readonly gevallen?: string;
  readonly json?: true;
}

/** A toetsgeval that came out otherwise, and where it is written. */
type Mislukt = Omit<Afwijking, 'pad'> & Omit<Invoermelding, 'melding'> & { readonly omschrijving: string };

interface Uitslag {
  readonly meldingen: Invoermelding[];
  readonly gevallen: number;
  readonly fouten: Mislukt[];
}

/** `hub check`: validates all that decides, and holds it against the toetsgevallen. */
export const addCheck: AddCommand = (program, terminal) => {
  program
    .command('check')
    .description('Of alle regels kloppen: catalogus, partners, convenanten, tabel, en de toetsgevallen.')
    .option('--gevallen <map>', 'map met toetsgevallen (anders test/cases, of "gevallen" in een eigen CONVENANTEN_DIR)')
    .option('--json', 'als JSON: {klopt, meldingen, gevallen, fouten}')
    .addHelpText(
      'after',
      '\nEen toetsgeval zegt wie waarvoor in welke casus wat krijgt; wat er niet bij staat, moet worden geweigerd. Zo legt u' +
        '\nvast wat niet mag veranderen, zonder code: zie test/cases. De convenanten zijn die van CONVENANTEN_DIR, alsof' +
        '\nelke partij heeft getekend, zoals zij vandaag gelden.' +
        '\nAfloop: 0 alles klopt, 1 er klopt iets niet, 2 er valt niets te toetsen.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- check --json',
    )
    .action((options: Options) => check(options, terminal));
};

async function check({ gevallen: dir, json: asJson }: Options, terminal: Terminal): Promise<void> {
  const { convenantenDir } = readSettings(terminal.env, 'demo');
  const { grond, convenanten, meldingen } = readRules(convenantenDir);
  const none: Uitslag = { meldingen: [], gevallen: 0, fouten: [] };
  const cases = dir ?? casesBeside(convenantenDir);
  const held =
    grond === null || convenanten.length === 0 || cases === null
      ? none
      : await hold(cases, grond, convenanten, terminal.now());
  const all = [...meldingen, ...held.meldingen].map(fromHere);
  const fouten = held.fouten.map(fromHere);
  const klopt = all.length + fouten.length === 0;
  const { gevallen } = held;
  terminal.out(
    asJson ? json({ klopt, meldingen: all, gevallen, fouten }) : print({ meldingen: all, gevallen, fouten }),
  );
  if (!klopt) throw fallsShort(`Er klopt iets niet: ${String(all.length + fouten.length)} keer.`);
}

/** The toetsgevallen of a house with convenanten of its own lie beside those; null: it has none yet. */
function casesBeside(convenantenDir: string): string | null {
  if (resolve(convenantenDir) === CONVENANTEN) return GEVALLEN;
  const own = join(convenantenDir, 'gevallen');
  return existsSync(own) ? own : null;
}

/** Every toetsgeval, under the version of its convenant that is in force today. */
async function hold(dir: string, grond: Toetsgrond, convenanten: readonly Convenant[], now: Date): Promise<Uitslag> {
  const ids = [...new Set(convenanten.map(({ id }) => id))];
  const { gelezen, meldingen } = readToetsgevallen(resolve(dir), grond.catalogus, grond.partners, ids);
  const uitslag: Uitslag = { meldingen: [...meldingen], gevallen: 0, fouten: [] };
  const decider = createDecider({ ...grond, digest: 'toetsgevallen' });
  let { gevallen } = uitslag;
  for (const file of gelezen) {
    for (const [index, geval] of file.value.gevallen.entries()) {
      const inForce = findConvenant(convenanten, geval.convenant, vandaag(now));
      if (inForce === null) {
        const tekst = `convenant ${geval.convenant} heeft geen versie die vandaag geldt`;
        uitslag.meldingen.push(file.melding(['gevallen', index, 'convenant'], tekst));
        continue;
      }
      gevallen += 1;
      for (const { pad, ...afwijking } of await runToetsgeval(geval, asSigned(inForce), grond, decider)) {
        const { melding: _, ...plek } = file.melding(['gevallen', index, ...pad], '');
        uitslag.fouten.push({ ...plek, omschrijving: geval.omschrijving, ...afwijking });
      }
    }
  }
  return { ...uitslag, gevallen };
}

function fromHere<Here extends { readonly bestand: string }>(one: Here): Here {
  return { ...one, bestand: relative(process.cwd(), one.bestand) };
}

function print({ meldingen, gevallen, fouten }: Uitslag): string {
  const wrong = fouten.map((fout) => {
    const { bestand, regel, omschrijving, ontvanger, gegeven, verwacht, kreeg, artikel, reden } = fout;
    const why = [...(reden === null ? [] : [reden]), ...(artikel === null ? [] : [artikel])].join(', ');
    return (
      `${bestand}:${String(regel)} ${omschrijving}\n` +
      `  ${gegeven} voor ${ontvanger}: verwacht ${verwacht}; kreeg ${kreeg}${why === '' ? '' : ` (${why})`}\n`
    );
  });
  return [
    ...meldingen.map(
      ({ bestand, regel, kolom, melding }) => `${bestand}:${String(regel)}:${String(kolom)} ${melding}\n`,
    ),
    ...wrong,
    meldingen.length + fouten.length === 0 ? `Alles klopt; ${String(gevallen)} toetsgevallen.\n` : '',
  ].join('');
}
