import { Agent } from 'undici';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { SUBGRAVEN, type Subgraaf } from '../../../schema/domain/subgraaf';
import { readKetenpartners } from '../../../schema/partners';
import { readBrontls } from '../../readBrontls';
import { type Settings, readSettings } from '../../settings';
import { collect } from '../collect';
import type { AddCommand } from '../commands';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import { readDemowereld } from '../readDemowereld';
import { readWoord } from '../readWoord';
import type { Terminal } from '../terminal';
import { type Bron, GeenAntwoord } from './bron/Bron';
import { readProefsleutel } from './bron/proefsleutel';
import { printUitkomsten } from './printUitkomsten';
import { findSubgraaf } from './proef/findSubgraaf';
import { willekeurigId } from './proef/kijker';
import { type Regeluitkomst, proefBron } from './proef/proefBron';
import { createVoortgang } from './voortgang';
import { type Genoemd, readDemo, readEntiteit, readGenoemd } from './readGenoemd';
import type { Bronschema } from './sdl/readBronschema';
import { REGELS } from './regels/regels';
import { readSdl } from './sdl/readSdl';
import { writeVraag } from './sdl/writeVraag';

const REGELNAMEN = REGELS.map(({ naam }) => naam);

interface Options {
  readonly subgraaf?: Subgraaf;
  readonly sleutel?: string;
  readonly kid?: string;
  readonly casus?: string;
  readonly entiteit?: readonly string[];
  readonly regel?: readonly string[];
  readonly wachttijd: number;
  readonly json?: true;
}

/** What a source was found to be. */
export interface Bronproef {
  readonly url: string;
  readonly subgraaf: Subgraaf;
  readonly voldoet: boolean;
  readonly regels: readonly Regeluitkomst[];
  /** How often it was asked, and what its slowest answer took in ms. */
  readonly vragen: number;
  readonly traagste: number;
}

/** `hub subgraph check`: a partner tries his own source on what the hub asks of it, whatever it is built with. */
export const addSubgraphCheck: AddCommand = (subgraph, terminal) => {
  subgraph
    .command('check')
    .description('Beproeft een lopende bron: weigert zij wat niet van de hub komt, en onthoudt zij wat zij moet?')
    .argument('<url>', 'waar de bron POST beantwoordt, met het pad')
    .option('--subgraaf <naam>', 'welke bron het is; anders wordt het geprobeerd', readWoord('subgraaf', SUBGRAVEN))
    .option('--sleutel <bestand>', 'geheime proefsleutel (PEM, EC P-256), zie "subgraph keygen"')
    .option('--kid <naam>', 'hoe de bron die sleutel noemt, als het niet de naam van "subgraph keygen" is')
    .option('--casus <id>', 'een casus waarvan de bron gegevens heeft')
    .option(
      '--entiteit <type:id>',
      'een persoon of ander gegeven dat de bron heeft; herhaalbaar',
      collect(readEntiteit),
    )
    .option('--regel <naam>', 'alleen deze regel; herhaalbaar', collect(readWoord('regel', REGELNAMEN)))
    .option('--wachttijd <ms>', 'hoe lang een antwoord mag duren (standaard: 5000)', readWachttijd, 5_000)
    .option('--json', 'als JSON: {url, subgraaf, voldoet, regels, vragen, traagste}')
    .addHelpText(
      'after',
      '\nDe bron moet de proefsleutel kennen alsof die van de hub is: haar openbare deel staat in de JWKS die de bron leest.' +
        '\nZonder --sleutel ondertekent in de demo de sleutel van de demo, en zijn casus en personen die van de demo.' +
        '\nWat de bron heeft moet zij elders vandaan hebben: noem een casus met --casus en personen met --entiteit, uit' +
        '\nproefgegevens; de rest vindt de proef zelf. Zonder is niet te proeven of iets wordt onthouden. Van wat er' +
        '\nis wordt niets gewijzigd, en getoond wordt geen gegeven. Certificaten: SOURCE_CA_FILE,' +
        '\nSOURCE_CERT_FILE en SOURCE_KEY_FILE, als van de hub.' +
        '\nWat de proef niet kan zien staat in subgraphs/kit/README.md.' +
        '\nAfloop: 0 de bron voldoet aan alles, 1 zij schiet tekort of iets was niet te proeven, 2 er is geen bron.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- subgraph check http://127.0.0.1:4001/graphql' +
        '\n  npm run --silent hub -- subgraph check https://proef.example/graphql --subgraaf care --sleutel proef.pem \\' +
        '\n    --casus 06926814ff977953a1231cd9fca38efb --entiteit Hoofdbetrokkene:5c1e0d0f2b7a4e6f9a8b7c6d5e4f3a2b',
    )
    .action((url: string, options: Options) => check(url, options, terminal));
};

async function check(given: string, options: Options, terminal: Terminal): Promise<void> {
  const settings = readSettings(terminal.env, 'demo');
  const wegen = new Agent({ connect: readBrontls(settings.brontls) });
  try {
    await proef(readUrl(given), options, settings, wegen, terminal);
  } finally {
    await wegen.destroy();
  }
}

async function proef(url: URL, options: Options, settings: Settings, wegen: Agent, terminal: Terminal): Promise<void> {
  const { wachttijd } = options;
  const sleutel = await readProefsleutel(settings, options.sleutel, options.kid);
  const candidates = options.subgraaf === undefined ? SUBGRAVEN : [options.subgraaf];
  // Longer than it may take: who is too slow is to be told from who does not answer.
  const bron = await findSubgraaf(url, candidates, sleutel, wachttijd * 3, wegen);
  const schema = readSdl(bron.subgraaf);
  const genoemd = readWatErIs(schema, options, settings, terminal);
  const voortgang = createVoortgang(terminal);
  const grond = {
    bron,
    schema,
    vraag: writeVraag(schema),
    catalogus: readGegevenscatalogus(),
    partners: readKetenpartners(),
    casus: genoemd.casus ?? willekeurigId(),
    wachttijd,
  };
  const regels = await proefBron(grond, genoemd.entiteiten, options.regel ?? [], voortgang.seen)
    .catch((fout: unknown) => {
      throw fout instanceof GeenAntwoord ? unusable('De bron antwoordde niet meer toen zij werd verkend.') : fout;
    })
    .finally(voortgang.end);
  tell(bron, regels, options, terminal);
}

function tell(bron: Bron, regels: readonly Regeluitkomst[], { json: asJson }: Options, terminal: Terminal): void {
  const { url, subgraaf, vragen, traagste } = bron;
  const short = regels.filter(({ uitslag }) => uitslag === 'TEKORT');
  const unproven = regels.filter(({ uitslag }) => uitslag === 'NIET_TE_PROEVEN');
  const voldoet = short.length + unproven.length === 0;
  const proef: Bronproef = { url: `${url.origin}${url.pathname}`, subgraaf, voldoet, regels, vragen, traagste };
  terminal.out(asJson ? json(proef) : printUitkomsten(proef));
  if (short.length > 0) throw fallsShort(`De bron schiet tekort: ${short.map(({ regel }) => regel).join(', ')}.`);
  if (unproven.length > 0)
    throw fallsShort(`Niet alles was te proeven: ${unproven.map(({ regel }) => regel).join(', ')}.`);
}

/** What was named, or in the demo with its own key what is there. */
function readWatErIs(schema: Bronschema, options: Options, { mode }: Settings, terminal: Terminal): Genoemd {
  const { casus, entiteit, sleutel } = options;
  const named = casus !== undefined || entiteit !== undefined;
  if (named || sleutel !== undefined || mode === 'production') return readGenoemd(schema, casus, entiteit);
  return readDemo(readDemowereld(terminal), schema);
}

function readUrl(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw unusable(`"${given.replace(/\/\/[^/@]*@/, '//')}" is geen adres als http://127.0.0.1:4001/graphql.`);
  return url;
}

function readWachttijd(given: string): number {
  if (!/^\d{2,6}$/.test(given)) throw unusable('--wachttijd is een aantal milliseconden, van 10 tot 999999.');
  return Number(given);
}
