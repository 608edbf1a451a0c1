import { createHash } from 'node:crypto';
import type { StoredLine, StoredVerstrekking } from './stored';

/*
 * The form of an entry, written a second time on purpose: a mistake in the writer must not be repeated here, so nothing
 * in this folder imports it. Keys stand in alphabetical order; JSON.stringify keeps it.
 */

/** The hash that the entry must have, behind `vorige`. */
export function deriveHash(vorige: string, line: StoredLine, verstrekkingen: readonly StoredVerstrekking[]): string {
  const form = JSON.stringify({
    id: line.id,
    inhoud: line.inhoud,
    seq: integer(line.seq),
    tijdstip: line.tijdstip,
    verstrekkingen: verstrekkingen.map(verstrekkingForm),
  });
  const hash = createHash('sha256');
  for (const part of ['ketenhub.register.regel.v1', '\n', vorige, '\n', form]) hash.update(part, 'utf8');
  return hash.digest('hex');
}

function verstrekkingForm(row: StoredVerstrekking): object {
  return {
    aantal: integer(row.aantal),
    artikel: row.artikel,
    casus: row.casus,
    categorie: row.categorie,
    coordinaat: row.coordinaat,
    doel: row.doel,
    eigen: row.eigen === '1' ? true : row.eigen === '0' ? false : row.eigen,
    fase: row.fase,
    gever: row.gever,
    kader: row.kader,
    medewerker: row.medewerker,
    nr: integer(row.nr),
    ontvanger: row.ontvanger,
    persoon: row.persoon,
  };
}

/** Beyond the integers that JSON holds exactly a number stays text, and so breaks the hash. */
function integer(text: string | null): number | string | null {
  if (text === null) return null;
  return Number.isSafeInteger(Number(text)) ? Number(text) : text;
}
