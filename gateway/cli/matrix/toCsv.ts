import { stringify } from 'csv-stringify/sync';
import type { Cel } from '../../inzage/matrix/cel';

const COLUMNS = [
  ...['convenant', 'versie', 'categorie', 'label', 'betreft', 'ontvanger', 'rollen', 'doelen', 'fasen', 'kaders'],
  ...['besluit', 'artikel', 'beperkingen', 'voorwaarden', 'reden', 'van'],
];

/** The matrix for a spreadsheet: a line per cell. No cell starts a formula. */
export function toCsv(cellen: readonly Cel[]): string {
  const lines = cellen.map((cel) => ({
    ...cel,
    rollen: cel.rollen.join(' '),
    doelen: cel.doelen.join(' '),
    fasen: cel.fasen.join(' '),
    kaders: cel.kaders.join(' '),
    beperkingen: cel.beperkingen.join(' '),
    voorwaarden: cel.voorwaarden.join(' '),
    van: cel.toekenningen.map(({ van }) => van).join(' '),
  }));
  return stringify(lines, { header: true, columns: COLUMNS, escape_formulas: true });
}
