import { ROLLEN } from '../../schema/domain/rol';
import { readSettings } from '../settings';
import type { Vraagkop } from './asking/askHub';
import { tokenOf } from './asking/caller';
import type { AddCommand } from './commands';
import { unusable } from './ended';
import { askUitleg } from './explain/askUitleg';
import { printUitleg } from './explain/printUitleg';
import { readVraag } from './explain/readVraag';
import { json } from './json';
import { readWoord } from './readWoord';
import type { Terminal } from './terminal';

interface Options {
  readonly partner: string;
  readonly medewerker: string;
  readonly doel?: string;
  readonly casus?: string;
  readonly query: string;
  readonly rol?: string;
  readonly variables?: string;
  readonly json?: true;
}

/** `hub explain`: what the running hub would decide of a query, field by field, without asking any source. */
export const addExplain: AddCommand = (program, terminal) => {
  program
    .command('explain')
    .description('Waarom een veld wel of niet wordt verstrekt: de uitleg van de lopende hub bij een vraag.')
    .requiredOption('--partner <id>', 'ketenpartner van wie vraagt')
    .requiredOption('--medewerker <id>', 'wie vraagt')
    .requiredOption('--query <bestand>', 'bestand met de GraphQL-vraag; "-" leest van stdin')
    .option('--casus <id>', 'de casus; alleen weg te laten bij een vraag die er geen nodig heeft')
    .option('--doel <doel>', 'het doel, samen met --casus')
    .option('--rol <rol>', 'rol, als iemand er buiten een casus meer heeft', readWoord('rol', ROLLEN))
    .option('--variables <json>', 'andere variabelen van de vraag; $casus wordt vanzelf ingevuld')
    .option('--json', 'als JSON: {velden, digest}')
    .addHelpText(
      'after',
      '\nVraagt het aan PUBLIC_URL, of anders http://localhost:PORT, met het token in KETENHUB_TOKEN; in de demo zo nodig' +
        '\nmet een token voor wie genoemd is. De vraag zelf wordt niet gesteld; de uitleg komt wel in het register.' +
        '\nAfloop: 0 er is beslist, 1 de hub weigert, 2 onbruikbare invoer of geen hub.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- explain --partner dimence --medewerker m-dimence-1' +
        ' --doel ZORG_EN_HULPVERLENING --casus <id> --query vraag.graphql',
    )
    .action((options: Options) => explain(options, terminal));
};

async function explain(options: Options, terminal: Terminal): Promise<void> {
  const settings = readSettings(terminal.env, 'demo');
  const given = readVariables(options.variables);
  const { query, needsCasus } = await readVraag(options.query, terminal);
  const { casus, doel, rol } = options;
  if ((casus === undefined) !== (doel === undefined)) throw unusable('--casus en --doel horen bij elkaar.');
  if (needsCasus && casus === undefined) throw unusable('Deze vraag gaat over een casus: noem --casus en --doel.');
  const token = await tokenOf(settings, terminal.env['KETENHUB_TOKEN'], options);
  const kop: Vraagkop = {
    authorization: `Bearer ${token}`,
    ...(casus === undefined ? {} : { 'keten-casus': headerValue(casus) }),
    ...(doel === undefined ? {} : { 'keten-doel': headerValue(doel) }),
    ...(rol === undefined ? {} : { 'keten-rol': rol }),
  };
  const variables = casus === undefined ? given : { casus, ...given };
  const uitleg = await askUitleg(settings.publicUrl, kop, { query, variables });
  terminal.out(options.json ? json(uitleg) : printUitleg(uitleg));
}

/** Which casussen and doelen exist is for the hub to say; that it can be put in a header at all is looked at here. */
function headerValue(given: string): string {
  if (!/^[\x21-\x7e]{1,200}$/.test(given)) throw unusable('--casus en --doel zijn elk een woord zonder spaties.');
  return given;
}

function readVariables(given: string | undefined): Record<string, unknown> {
  if (given === undefined) return {};
  try {
    const read: unknown = JSON.parse(given);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read };
  } catch {
    // Said below.
  }
  throw unusable('--variables is een JSON-object, zoals {"vanaf": "2026-01-01"}.');
}
