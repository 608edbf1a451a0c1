import { stringify } from 'csv-stringify/sync';
import type { Cel } from './decideMatrix';

const COLUMNS = ['categorie', 'label', 'ontvanger', 'besluit', 'artikel', 'beperkingen', 'reden'];

/** The matrix for a spreadsheet: a line per cell. No cell starts a formula. */
export function toCsv(cellen: readonly Cel[]): string {
  const lines = cellen.map((cel) => ({ ...cel, beperkingen: cel.beperkingen.join(' ') }));
  return stringify(lines, { header: true, columns: COLUMNS, escape_formulas: true });
}
