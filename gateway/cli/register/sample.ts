import { vandaag } from '../../../schema/domain/vandaag';
import { groundsOf, isAnswered } from '../../register/reader/besluitgrond';
import { drawSample } from '../../register/reader/drawSample';
import type { Entry } from '../../register/reader/entry';
import { type Periode, findPeriod, isWithin } from '../../register/reader/findPeriod';
import { type Oordeel, type Toetsgrond, beoordeel } from '../../register/toets/beoordeel';
import { readSettings } from '../../settings';
import { collect } from '../collect';
import type { AddCommand } from '../commands';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { type Entries, withEntries } from './openEntries';
import { printSample } from './printSample';
import { type Boek, readBoeken } from './readBoeken';
import { type Periodeopties, readPeriode } from './readPeriode';

interface Options extends Periodeopties {
  readonly n: number;
  readonly convenanten?: readonly string[];
  readonly json?: true;
}

/** An entry that was drawn, and what came of it. */
interface Beoordeeld {
  readonly nr: number;
  readonly bewijs: string;
  readonly oordeel: Oordeel;
}

/** `hub register sample`: the test of operation: decisions of a random sample taken again by code that did not take them. */
export const addSample: AddCommand = (register, terminal) => {
  register
    .command('sample')
    .description('De toets van de werking: beslist een steekproef opnieuw, onafhankelijk van de code die besliste.')
    .option('--n <aantal>', 'hoeveel beantwoorde vragen (standaard: 50)', readAantal, 50)
    .option('--van <dag>', 'vanaf deze dag')
    .option('--tot <dag>', 'tot deze dag, niet met')
    .option('--convenanten <map>', 'map met de convenanten die golden; meer dan een keer mag', collect(String))
    .option('--json', 'als JSON: {methode, periode, tabellen, getrokken, eens, verschillen, nietBeoordeeld}')
    .addHelpText(
      'after',
      '\nLeest REGISTER_DATABASE_URL, of anders register.sqlite in KETENHUB_DIR; er wordt niets geschreven. Loot uit de' +
        '\nperiode zonder teruglegging, elke beantwoorde vraag even waarschijnlijk, met een cryptografische toevalsbron.' +
        '\nLeest daarna de convenanten (standaard: CONVENANTEN_DIR), gegevens.yaml, de partners en coordinates.json zelf, en' +
        '\nhoudt wat het register zegt dat is gegeven en geweigerd, met de reden, daartegen. Wat over personen is gegeven is' +
        '\nverzegeld: daarvan telt wat is gevraagd en niet geweigerd. Doe vooraf "register verify".' +
        '\nElke regel noemt de tabel die gold: de map moet daarop uitkomen, anders wordt de regel niet beoordeeld.' +
        '\nAfloop: 0 alles klopt, 1 een verschil of een regel die niet te beoordelen is, 2 onbruikbare invoer of niets' +
        '\nom te loten.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register sample --n 100 --van 2026-01-01 --tot 2027-01-01',
    )
    .action((options: Options) => sample(options, terminal));
};

async function sample(options: Options, terminal: Terminal): Promise<void> {
  const periode = readPeriode(options);
  const boeken = readBoeken(options.convenanten ?? [readSettings(terminal.env, 'demo').convenantenDir]);
  const beoordeeld = await withEntries(terminal, (entries) => judge(entries, periode, options.n, boeken));
  if (beoordeeld.length === 0) throw unusable('In deze periode staat geen beantwoorde vraag om te loten.');
  const uitslag = toUitslag(periode, boeken, beoordeeld);
  terminal.out(options.json ? json(uitslag) : printSample(uitslag));
  const { verschillen, nietBeoordeeld } = uitslag;
  if (verschillen.length > 0) throw fallsShort(`Er is anders beslist dan de regels zeggen (${String(verschillen.length)}).`); // oxfmt-ignore
  if (nietBeoordeeld.length > 0) throw fallsShort(`Niet alles is te beoordelen (${String(nietBeoordeeld.length)}).`);
}

async function judge(entries: Entries, periode: Periode, n: number, boeken: readonly Boek[]): Promise<Beoordeeld[]> {
  const standen = await entries.standen();
  const grond: Toetsgrond = {
    boeken: new Map(boeken.map(({ digest, boek }) => [digest, boek])),
    handtekeningen: new Map(standen.map(({ attest, stand }) => [attest ?? '', stand?.convenanten ?? {}])),
    dagVan: (tijdstip) => vandaag(new Date(tijdstip)),
  };
  const wanted = (entry: Entry): boolean => isAnswered(entry) && isWithin(periode, entry);
  const drawn = await drawSample(entries, await findPeriod(entries, periode), n, wanted);
  return drawn.map((entry) => {
    const gegeven = (entry.zaak ?? []).flatMap(({ velden }) => Object.keys(velden));
    return { nr: entry.nr, bewijs: entry.id, oordeel: beoordeel({ ...groundsOf(entry), gegeven }, grond) };
  });
}

export interface Uitslag {
  readonly methode: string;
  readonly periode: Periode;
  readonly tabellen: readonly { readonly map: string; readonly digest: string }[];
  readonly getrokken: readonly number[];
  readonly eens: number;
  readonly verschillen: readonly {
    readonly bewijs: string;
    readonly nr: number;
    readonly coordinaat: string;
    readonly verwacht: string;
    readonly gevonden: string;
  }[];
  readonly nietBeoordeeld: readonly { readonly bewijs: string; readonly nr: number; readonly waarom: string }[];
}

function toUitslag(periode: Periode, boeken: readonly Boek[], beoordeeld: readonly Beoordeeld[]): Uitslag {
  return {
    methode: 'geloot zonder teruglegging, elke beantwoorde vraag even waarschijnlijk, cryptografische toevalsbron',
    periode,
    tabellen: boeken.map(({ map, digest }) => ({ map, digest })),
    getrokken: beoordeeld.map(({ nr }) => nr),
    eens: beoordeeld.filter(({ oordeel }) => oordeel.uitkomst === 'EENS').length,
    verschillen: beoordeeld.flatMap(({ nr, bewijs, oordeel }) =>
      oordeel.uitkomst === 'VERSCHIL' ? oordeel.verschillen.map((one) => ({ bewijs, nr, ...one })) : [],
    ),
    nietBeoordeeld: beoordeeld.flatMap(({ nr, bewijs, oordeel }) =>
      oordeel.uitkomst === 'NIET_TE_BEOORDELEN' ? [{ bewijs, nr, waarom: oordeel.waarom }] : [],
    ),
  };
}

function readAantal(given: string): number {
  if (!/^[1-9]\d{0,6}$/.test(given)) throw unusable('--n is een aantal van 1 of meer.');
  return Number(given);
}
