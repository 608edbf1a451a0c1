import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Invoerfout } from '../../schema/invoerfout';

const map = mkdtempSync(join(tmpdir(), 'ketenhub-'));
afterAll(() => {
  rmSync(map, { recursive: true, force: true });
});

/** Writes a file for one test and says where. */
export function tijdelijkBestand(naam: string, inhoud: string | Buffer): string {
  const bestand = join(map, naam);
  writeFileSync(bestand, inhoud);
  return bestand;
}

/** The whole message of the Invoerfout that this throws, with only the folder taken off the file names. */
export function invoerfoutVan(doe: () => unknown): string {
  try {
    doe();
  } catch (fout) {
    if (fout instanceof Invoerfout) return fout.message.replaceAll(`${map}/`, '').replaceAll(map, '.');
    throw fout;
  }
  throw new Error('expected an Invoerfout');
}
