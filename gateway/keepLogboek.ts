import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ketenpartners } from '../schema/domain/ketenpartner';
import { readCursor, writeCursor } from './register/export/cursor';
import { Logboekfout, postOtlp } from './register/export/postOtlp';
import { sendLogboek } from './register/export/sendLogboek';
import type { Namen } from './register/export/verwerking';
import type { RegisterReader } from './register/reader/openReader';
import type { Settings } from './settings';

/** How often it is looked whether there is more, and how long at most until a collector is tried again, in ms. */
const PERIOD = 1_000;
const LONGEST = 60_000;

interface Grond {
  readonly settings: Pick<Settings, 'logboekUrl' | 'verwerkingen' | 'dir'>;
  readonly reader: Pick<RegisterReader, 'from' | 'numbered'>;
  readonly partners: Ketenpartners;
  /** It can't go on now; `ended`: nor later, before somebody looked. Told once until it goes on again. */
  readonly fault: (what: string, ended: boolean) => void;
}

/** Where the cursor of the export is kept: beside the stores of the hub. */
export function cursorFile({ dir }: Pick<Settings, 'dir'>): string {
  return join(dir, 'logboek.cursor.json');
}

/** How an exported line names things. */
export function namenVan({ verwerkingen }: Pick<Settings, 'verwerkingen'>, partners: Ketenpartners): Namen {
  return { verwerkingen, oinVan: (partner) => partners.get(partner)?.oin };
}

/**
 * Sends the Logboek Dataverwerkingen to the collector that is configured, from the register, as long as the hub runs. No
 * request waits for it. What could not be sent stays where it is, and is sent once it can be.
 */
export function keepLogboek(grond: Grond): { stop(): Promise<void> } {
  const { settings, reader, partners, fault } = grond;
  const url = settings.logboekUrl;
  if (url === null) return { stop: () => Promise.resolve() };
  const ending = new AbortController();
  const file = cursorFile(settings);
  const namen = namenVan(settings, partners);
  const isOver = (): boolean => ending.signal.aborted;
  const once = async (): Promise<void> => {
    const { volgende } = await readCursor(file, reader);
    await sendLogboek(volgende, {
      reader,
      namen,
      post: (regels) => postOtlp(url, regels, ending.signal),
      moved: (cursor) => {
        writeCursor(file, cursor);
      },
    });
  };
  const run = async (): Promise<void> => {
    let wait = PERIOD;
    while (!isOver()) {
      try {
        await once();
        wait = PERIOD;
      } catch (fout) {
        if (isOver()) return;
        const again = !(fout instanceof Logboekfout) || fout.opnieuw;
        if (wait === PERIOD || !again)
          fault(fout instanceof Logboekfout ? fout.message : 'it could not be read', !again);
        if (!again) return;
        const asked = fout instanceof Logboekfout ? fout.wacht : null;
        wait = Math.min(Math.max(asked ?? 0, wait * 2), LONGEST);
      }
      await sleep(wait, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      ending.abort();
      return running;
    },
  };
}
