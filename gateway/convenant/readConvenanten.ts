import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Convenant } from '../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { Invoerfout, type Invoermelding } from '../../schema/invoerfout';
import type { Gelezen } from '../../schema/yaml';
import { checkVersies } from './checkVersies';
import { readConvenant } from './readConvenant';

/**
 * Reads every convenant in a folder, by id and then by date. Throws Invoerfout with all that is wrong in all of them:
 * one bad file stops the start, since to leave it out would be to change what was agreed.
 */
export function readConvenanten(dir: string, catalogus: Gegevenscatalogus, partners: Ketenpartners): Convenant[] {
  return readConvenantbestanden(dir, catalogus, partners).map(({ convenant }) => convenant);
}

/** The same, each with the file that it stands in. */
export function readConvenantbestanden(
  dir: string,
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
): { readonly bestand: string; readonly convenant: Convenant }[] {
  const meldingen: Invoermelding[] = [];
  const gelezen: (Gelezen<Convenant> & { readonly bestand: string })[] = [];
  for (const bestand of listFiles(dir)) {
    try {
      gelezen.push({ ...readConvenant(bestand, catalogus, partners), bestand });
    } catch (fout) {
      if (!(fout instanceof Invoerfout)) throw fout;
      meldingen.push(...fout.meldingen);
    }
  }
  meldingen.push(...checkVersies(gelezen));
  if (meldingen.length > 0) throw new Invoerfout(meldingen);
  return gelezen
    .map(({ bestand, value }) => ({ bestand, convenant: value }))
    .sort(({ convenant: a }, { convenant: b }) => compare(a.id, b.id) || compare(a.van, b.van));
}

function listFiles(dir: string): string[] {
  const fout = (bestand: string, melding: string): Invoerfout =>
    new Invoerfout([{ bestand, regel: 1, kolom: 1, melding }]);
  let namen: string[];
  try {
    namen = readdirSync(dir).sort();
  } catch {
    throw fout(dir, 'deze map kan niet worden gelezen');
  }
  // A convenant that is passed over because of its name would be a convenant silently withdrawn.
  const vreemd = namen.find((naam) => /\.ya?ml$/i.test(naam) && !naam.endsWith('.yaml'));
  if (vreemd !== undefined) throw fout(join(dir, vreemd), 'de naam van een convenant eindigt op .yaml');
  const bestanden = namen.filter((naam) => naam.endsWith('.yaml')).map((naam) => join(dir, naam));
  if (bestanden.length === 0) throw fout(dir, 'in deze map staat geen convenant');
  return bestanden;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
