import { resolve } from 'node:path';
import { type Verandering, compareAgain } from '../../inzage/herbeslissing/compareAgain';
import { Veranderingen, type Veranderingsgroep } from '../../inzage/herbeslissing/groupAgain';
import { groundsOf, isAnswered } from '../../register/reader/besluitgrond';
import { type Periode, findPeriod, isWithin } from '../../register/reader/findPeriod';
import { readSettings } from '../../settings';
import type { AddCommand } from '../commands';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { type Entries, withEntries } from './openEntries';
import { printReplay } from './printReplay';
import { type Periodeopties, readPeriode } from './readPeriode';
import { type Regelsets, readRegelsets } from './readRegelsets';

interface Options extends Periodeopties {
  readonly met: string;
  readonly json?: true;
}

/** What other rules would have made of what was asked. */
export interface Naspel {
  readonly met: { readonly map: string; readonly digest: string };
  readonly periode: Periode;
  /** Requests that were decided again. */
  readonly vragen: number;
  readonly nuGeweigerd: readonly Veranderingsgroep[];
  readonly nuGegeven: readonly Veranderingsgroep[];
  readonly nietBeslist: readonly { readonly bewijs: string; readonly nr: number; readonly waarom: string }[];
}

/** `hub register replay`: decisions taken again with the facts that were kept, under other rules. */
export const addReplay: AddCommand = (register, terminal) => {
  register
    .command('replay')
    .description('Wat er van de gestelde vragen anders zou zijn beslist onder andere convenanten.')
    .requiredOption('--met <map>', 'map met de convenanten om mee te beslissen')
    .option('--van <dag>', 'vragen vanaf deze dag')
    .option('--tot <dag>', 'vragen tot deze dag, niet met')
    .option('--json', 'als JSON: {met, periode, vragen, nuGeweigerd, nuGegeven, nietBeslist}')
    .addHelpText(
      'after',
      '\nLeest REGISTER_DATABASE_URL, of anders register.sqlite in KETENHUB_DIR; er wordt niets geschreven. Beslist elke' +
        '\nbeantwoorde vraag opnieuw, zoals de hub dat doet, met de feiten die het register bewaart: alsof de nieuwste' +
        '\nversie van elk convenant in de map toen gold, en elke partij haar had ondertekend. Graaf, catalogus en partners' +
        '\nzijn die van hier. Wat onder een geweigerd veld is gevraagd is nooit beslist: van wat opengaat staat alleen het' +
        '\nveld zelf er. Het artikel bij wat nu geweigerd zou zijn is dat waarop het kwam, als CONVENANTEN_DIR die regels heeft.' +
        '\nAfloop: 0 er verandert niets, 1 er verandert iets, of een vraag is niet opnieuw te beslissen, 2 onbruikbare' +
        '\ninvoer of geen vraag in de periode.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register replay --van 2026-01-01 --tot 2026-07-01 --met ../voorstel',
    )
    .action((options: Options) => replay(options, terminal));
};

async function replay(options: Options, terminal: Terminal): Promise<void> {
  const periode = readPeriode(options);
  const map = resolve(options.met);
  const sets = readRegelsets(map, readSettings(terminal.env, 'demo').convenantenDir);
  const naspel = await withEntries(terminal, (entries) => playAgain(entries, periode, map, sets));
  if (naspel.vragen + naspel.nietBeslist.length === 0) throw unusable('In deze periode staat geen beantwoorde vraag.');
  terminal.out(options.json ? json(naspel) : printReplay(naspel));
  const { nuGeweigerd, nuGegeven, nietBeslist } = naspel;
  if (nuGeweigerd.length + nuGegeven.length > 0) {
    throw fallsShort(
      `Er verandert iets: ${String(nuGeweigerd.length)} keer dicht, ${String(nuGegeven.length)} keer open.`,
    );
  }
  if (nietBeslist.length > 0) throw fallsShort(`Niet alles is opnieuw te beslissen (${String(nietBeslist.length)}).`);
}

async function playAgain(entries: Entries, periode: Periode, map: string, sets: Regelsets): Promise<Naspel> {
  const { from, to } = await findPeriod(entries, periode);
  const found = new Veranderingen();
  const nietBeslist: Naspel['nietBeslist'][number][] = [];
  let vragen = 0;
  for await (const entry of entries.from(from)) {
    if (entry.nr >= to) break;
    if (!isAnswered(entry) || !isWithin(periode, entry)) continue;
    const grond = groundsOf(entry);
    const outcome = await compareAgain(grond, sets.nieuw, sets.waarmee(grond.tabel));
    if ('waarom' in outcome) {
      nietBeslist.push({ bewijs: grond.bewijs, nr: grond.nr, waarom: outcome.waarom });
    } else {
      vragen += 1;
      found.add(grond, outcome.veranderd);
    }
  }
  const groups = (nu: Verandering['nu']): Veranderingsgroep[] => found.of(nu);
  const met = { map, digest: sets.digest };
  return { met, periode, vragen, nuGeweigerd: groups('GEWEIGERD'), nuGegeven: groups('GEGEVEN'), nietBeslist };
}
