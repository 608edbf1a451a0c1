import { verifyRegister } from '../../register/verify';
import type { AddCommand } from '../commands';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { NO_REGISTER, findRegister } from './findRegister';
import { createProgress } from './progress';
import { readCheckpointFile, readSleutel } from './readGiven';

interface Options {
  readonly checkpoint?: string;
  readonly sleutel?: string;
  readonly json?: true;
}

/** `hub register verify`: derives every hash, signature and pointer of the register anew, reading only. */
export const addVerify: AddCommand = (register, terminal) => {
  register
    .command('verify')
    .description('Rekent het register na: noemt de eerste regel die gewijzigd, verwijderd, verplaatst of ingevoegd is.')
    .option('--checkpoint <bestand>', 'een elders bewaard checkpoint, bijvoorbeeld van "register witness"')
    .option('--sleutel <sleutel>', 'de sleutel van het register (naam+hash+sleutel), zoals u haar van elders kent')
    .option('--json', 'als JSON: {klopt, regels, checkpoint, fout}')
    .addHelpText(
      'after',
      '\nLeest REGISTER_DATABASE_URL, of anders register.sqlite in KETENHUB_DIR. Er wordt niets geschreven.' +
        '\nZonder --checkpoint blijft onopgemerkt dat het einde is afgekapt, of dat wie de sleutel heeft alles heeft' +
        '\nherschreven. Regels tellen vanaf 0.' +
        '\nAfloop: 0 het klopt, 1 het klopt niet, 2 er is geen register.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register verify --checkpoint getuige/laatste.checkpoint --json',
    )
    .action((options: Options) => verify(options, terminal));
};

async function verify({ checkpoint, sleutel, json: asJson }: Options, terminal: Terminal): Promise<void> {
  const given = {
    ...(checkpoint === undefined ? {} : { checkpoint: readCheckpointFile(checkpoint) }),
    ...(sleutel === undefined ? {} : { sleutel: readSleutel('--sleutel', sleutel) }),
  };
  const source = findRegister(terminal);
  const progress = createProgress(terminal);
  const begun = performance.now();
  const found = await verifyRegister(source, progress.seen, given)
    // What a database says of itself may hold its address and account.
    .catch(() => {
      throw unusable(NO_REGISTER);
    })
    .finally(progress.end);
  const { regels, fout } = found;
  const klopt = fout === null;
  const seconds = Math.max(performance.now() - begun, 1) / 1000;
  terminal.out(
    asJson
      ? json({ klopt, regels, checkpoint: found.checkpoint, fout })
      : `${klopt ? 'Het register klopt.' : 'Het register klopt niet.'}\nregels in orde: ${String(regels)} ` +
          `(${String(Math.round(regels / seconds))} per seconde)\n${shown(found.checkpoint)}`,
  );
  if (fout !== null) throw fallsShort(`Eerste foute regel ${String(fout.nr)}: ${fout.melding}.`);
}

function shown(checkpoint: string | null): string {
  return checkpoint === null ? 'checkpoint: -\n' : `\nlaatste checkpoint, om elders te bewaren:\n\n${checkpoint}`;
}
