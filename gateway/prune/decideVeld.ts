import type { Besluit } from '../../schema/domain/besluit';
import type { Beslist } from './buildSelectie';

/**
 * What is decided of one field, asked with these arguments. Arguments are reads too: who filters on a datum learns it, so
 * the field needs what its given arguments read.
 */
export function decideVeld(beslist: Beslist, coordinaat: string, argumenten: readonly string[]): Besluit {
  const label = beslist.labels.get(coordinaat);
  const given = argumenten.map((naam) => label?.argumenten[naam] ?? []);
  const categorieen = [...new Set([...(label?.categorieen ?? []), ...given.flat()])];
  const besluit = beslist.coordinaat(coordinaat);
  if (besluit.uitkomst !== 'ALLOW') return { ...besluit, categorieen };
  if (given.some((gelezen) => gelezen.length === 0)) {
    return { uitkomst: 'DENY', reden: 'NIET_GECLASSIFICEERD', artikel: null, categorieen };
  }
  const refused = given.flat().map((naam) => beslist.categorie(naam));
  const first = refused.find(({ uitkomst }) => uitkomst !== 'ALLOW');
  return first === undefined ? besluit : { ...first, categorieen };
}
