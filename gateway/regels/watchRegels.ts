import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Invoerfout } from '../../schema/invoerfout';
import type { Regels } from './readRegels';

/** How often the folder is looked at, in ms. Folders on a network or in a container give no events to rely on. */
const PERIOD = 1_000;

/** The rules in force, and what keeps a newer version from taking their place. */
export interface Regelwacht {
  current(): Regels;
  /** Complaints about the version in the folder; none while it is the one in force. */
  achterstand(): readonly string[];
  /** Looks now. */
  look(): void;
  stop(): void;
}

/**
 * Follows the folder of the convenanten. A version that can be read takes over at once and whole; one that can't never
 * replaces one that works: the last good revision stays in force, and it is told.
 *
 * @throws Invoerfout when there is nothing good to begin with.
 */
export function watchRegels(
  dir: string,
  read: () => Regels,
  told: { readonly renewed: (regels: Regels) => void; readonly refused: (meldingen: readonly string[]) => void },
): Regelwacht {
  let seen = fingerprint(dir);
  let regels = read();
  let achterstand: readonly string[] = [];
  const look = (): void => {
    const now = fingerprint(dir);
    if (now === seen) return;
    seen = now;
    try {
      const next = read();
      achterstand = [];
      if (next.attest === regels.attest) return;
      regels = next;
      told.renewed(regels);
    } catch (fout) {
      achterstand =
        fout instanceof Invoerfout ? fout.message.split('\n') : ['de convenanten kunnen niet worden gelezen'];
      told.refused(achterstand);
    }
  };
  const timer = setInterval(look, PERIOD);
  timer.unref();
  return {
    current: () => regels,
    achterstand: () => achterstand,
    look,
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** Changes with every byte of every file; `unreadable` is a state like any other. */
function fingerprint(dir: string): string {
  try {
    const hash = createHash('sha256');
    for (const naam of readdirSync(dir).sort()) {
      if (/\.ya?ml(\.sig)?$/i.test(naam))
        hash
          .update(`${naam}\n`)
          .update(readFileSync(join(dir, naam)))
          .update('\0');
    }
    return hash.digest('hex');
  } catch {
    return 'unreadable';
  }
}
