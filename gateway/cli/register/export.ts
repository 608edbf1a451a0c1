import { readKetenpartners } from '../../../schema/partners';
import { demoKeys } from '../../demo/demoKeys';
import { cursorFile, namenVan } from '../../keepLogboek';
import { readRegisterKey } from '../../production/readRegisterKey';
import { readCursor, writeCursor } from '../../register/export/cursor';
import { toLogboekregels } from '../../register/export/logboekregels';
import { Logboekfout, postOtlp } from '../../register/export/postOtlp';
import { sendLogboek } from '../../register/export/sendLogboek';
import { toBesluitlog } from '../../register/export/toBesluitlog';
import { pseudonym } from '../../register/pseudonym';
import { type Settings, readSettings } from '../../settings';
import type { AddCommand } from '../commands';
import { fallsShort, unusable } from '../ended';
import type { Terminal } from '../terminal';
import { type Entries, withEntries } from './openEntries';

interface Options {
  readonly logboek?: true;
  readonly besluiten?: true;
  readonly vanaf?: number;
}

/** `hub register export`: what the register holds, in the words of two standards. */
export const addExport: AddCommand = (register, terminal) => {
  register
    .command('export')
    .description('Het register als Logboek Dataverwerkingen, of als log van besluiten.')
    .option(
      '--logboek',
      'per antwoord, en per bevraging van een bron, een regel voor elke betrokkene (Logboek Dataverwerkingen 1.0.0)',
    )
    .option('--besluiten', 'per vraag een regel: wie, wat, besluit en grond (AuthZEN)')
    .option(
      '--vanaf <nr>',
      'vanaf deze regel van het register; anders vanaf het begin, of waar het verzenden bleef',
      readNr,
    )
    .addHelpText(
      'after',
      '\nLeest REGISTER_DATABASE_URL, of anders register.sqlite in KETENHUB_DIR, en schrijft niets in het register. Alleen' +
        '\npseudoniemen: van een betrokkene de id van zijn sleutel, en in het logboek geen medewerker.' +
        '\n--logboek verzendt naar LOGBOEK_OTLP_URL (OTLP/HTTP) en onthoudt in KETENHUB_DIR tot waar; twee keer verzonden is' +
        '\ntwee keer dezelfde regel. Is er geen adres, dan komen de regels als JSON op de uitvoer, een per lijn. De hub' +
        '\nverzendt zelf zolang hij loopt; dit is voor wat achterbleef.' +
        '\n--besluiten schrijft JSON op de uitvoer, een per lijn, en heeft de sleutel van het register nodig' +
        '\n(REGISTER_KEY_FILE; in de demo die van de demo).' +
        '\nAfloop: 0 alles staat er, 1 de ontvanger nam niet alles aan, 2 onbruikbare invoer of geen register.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register export --besluiten > besluiten.jsonl' +
        '\n  LOGBOEK_OTLP_URL=https://logboek.example/v1/traces npm run --silent hub -- register export --logboek',
    )
    .action((options: Options) => exportRegister(options, terminal));
};

async function exportRegister({ logboek, besluiten, vanaf }: Options, terminal: Terminal): Promise<void> {
  if (logboek === besluiten) throw unusable('Kies --logboek of --besluiten.');
  const settings = readSettings(terminal.env, 'demo');
  await withEntries(terminal, async (entries) => {
    if (besluiten) await writeBesluiten(entries, vanaf ?? 0, settings, terminal);
    else if (settings.logboekUrl === null) await writeLogboek(entries, vanaf ?? 0, settings, terminal);
    else await send(entries, vanaf, settings, settings.logboekUrl, terminal);
  });
}

async function writeLogboek(entries: Entries, vanaf: number, settings: Settings, { out }: Terminal): Promise<void> {
  const namen = namenVan(settings, readKetenpartners());
  for await (const entry of entries.from(vanaf)) {
    for (const regel of toLogboekregels(entry, namen)) out(`${JSON.stringify(regel)}\n`);
  }
}

async function writeBesluiten(entries: Entries, vanaf: number, settings: Settings, { out }: Terminal): Promise<void> {
  const namen = namenVan(settings, readKetenpartners());
  const key = await readKey(settings);
  for await (const entry of entries.from(vanaf)) {
    const regel = toBesluitlog(entry, namen, (casus) => pseudonym(key, 'casus', casus));
    if (regel !== null) out(`${JSON.stringify(regel)}\n`);
  }
}

/** Where the running hub stopped, or where it is told to begin; then the cursor stays where it is, unless it gets further. */
async function send(
  entries: Entries,
  vanaf: number | undefined,
  settings: Settings,
  url: string,
  { out }: Terminal,
): Promise<void> {
  const file = cursorFile(settings);
  try {
    const { volgende } = await readCursor(file, entries);
    let reached = volgende;
    const sent = await sendLogboek(vanaf ?? volgende, {
      reader: entries,
      namen: namenVan(settings, readKetenpartners()),
      post: (regels) => postOtlp(url, regels, new AbortController().signal),
      moved: (cursor) => {
        // What was passed over by --vanaf was not sent.
        if (cursor.volgende <= reached || (vanaf ?? 0) > volgende) return;
        reached = cursor.volgende;
        writeCursor(file, cursor);
      },
    });
    out(`${String(sent)} regels verzonden.\n`);
  } catch (fout) {
    if (fout instanceof Logboekfout) throw fallsShort(`Niet alles is verzonden: ${fout.message}.`);
    throw fout;
  }
}

async function readKey({ mode, dir, registerKeyFile }: Settings): Promise<Uint8Array> {
  if (mode === 'demo') return (await demoKeys(dir)).register;
  if (registerKeyFile === null) throw unusable('Zet REGISTER_KEY_FILE: de sleutel van het register.');
  return readRegisterKey(registerKeyFile);
}

function readNr(given: string): number {
  if (!/^\d{1,15}$/.test(given)) throw unusable('--vanaf is het nummer van een regel, 0 of meer.');
  return Number(given);
}
