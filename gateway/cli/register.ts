import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyRegister } from '../register/verify';
import { readSettings } from '../settings';
import type { AddCommand } from './commands';
import { fallsShort, unusable } from './ended';
import { json } from './json';
import type { Terminal } from './terminal';

interface Options {
  readonly kop?: string;
  readonly json?: true;
}

/** `hub register verify`: derives every hash of the register anew, reading only. */
export const addRegister: AddCommand = (program, terminal) => {
  program
    .command('register')
    .description('Het register van wat er verstrekt is.')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht')
    .command('verify')
    .description('Rekent het register na: noemt de eerste regel die gewijzigd, verwijderd, verplaatst of ingevoegd is.')
    .option('--kop <hash>', 'een eerder elders genoteerde kop; zonder deze blijft een afgekapt einde onopgemerkt')
    .option('--json', 'als JSON: {klopt, regels, kop, fout}')
    .addHelpText(
      'after',
      '\nLeest REGISTER_DATABASE_URL, of anders register.sqlite in KETENHUB_DIR. Er wordt niets geschreven.' +
        '\nAfloop: 0 het klopt, 1 het klopt niet, 2 er is geen register.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register verify --json',
    )
    .action((options: Options) => verify(options, terminal));
};

async function verify({ kop, json: asJson }: Options, terminal: Terminal): Promise<void> {
  if (kop !== undefined && !/^[0-9a-f]{64}$/.test(kop)) {
    throw unusable('--kop is een hash van 64 tekens, 0-9 en a-f.');
  }
  const { registerUrl, dir } = readSettings(terminal.env, 'demo');
  const file = join(dir, 'register.sqlite');
  if (registerUrl === null && !existsSync(file)) throw unusable(`Er is geen register: ${file} bestaat niet.`);
  const progress = createProgress(terminal);
  const found = await verifyRegister(
    { databaseUrl: registerUrl, file },
    progress.seen,
    kop === undefined ? {} : { kop },
  )
    // What a database says of itself may hold its address and account.
    .catch(() => {
      throw unusable('Er is geen register dat gelezen kan worden: de bron antwoordt niet of bevat er geen.');
    })
    .finally(progress.end);
  const { regels, fout } = found;
  const klopt = fout === null;
  terminal.out(
    asJson
      ? json({ klopt, regels, kop: found.kop, fout })
      : `${klopt ? 'Het register klopt.' : 'Het register klopt niet.'}\nregels in orde: ${String(regels)}\nkop: ${found.kop ?? '-'}\n`,
  );
  if (fout !== null) throw fallsShort(`Eerste foute regel ${String(fout.seq)}: ${fout.melding}.`);
}

/** On a terminal a line that is written over; elsewhere a line a second, for a register that takes longer than that. */
function createProgress({ err, errIsTty }: Terminal): { seen: (regels: number) => void; end: () => void } {
  const pause = errIsTty ? 100 : 1000;
  let last = performance.now();
  let shown = false;
  return {
    seen: (regels) => {
      if (performance.now() - last < pause) return;
      last = performance.now();
      shown = true;
      err(errIsTty ? `\r${String(regels)} regels nagerekend` : `${String(regels)} regels nagerekend\n`);
    },
    end: () => {
      if (shown && errIsTty) err('\r\u001b[K');
    },
  };
}
