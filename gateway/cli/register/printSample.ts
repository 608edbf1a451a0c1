import { table } from '../table';
import { tellPeriode } from './readPeriode';
import type { Uitslag } from './sample';

/** The outcome of the test of operation, for people. */
export function printSample({
  methode,
  periode,
  tabellen,
  getrokken,
  eens,
  verschillen,
  nietBeoordeeld,
}: Uitslag): string {
  const parts = [
    `Steekproef van ${String(getrokken.length)} beantwoorde vragen, ${tellPeriode(periode)}:\n${methode}.\n\n`,
    ...tabellen.map(({ map, digest }) => `regels in ${map}: tabel ${digest}\n`),
    `\nzelfde besluit: ${String(eens)}\nverschillen: ${String(verschillen.length)}\nniet te beoordelen: ${String(nietBeoordeeld.length)}\n`,
  ];
  if (verschillen.length > 0) {
    const rows = verschillen.map(({ bewijs, nr, coordinaat, verwacht, gevonden }) => [String(nr), bewijs, coordinaat, verwacht, gevonden]); // oxfmt-ignore
    parts.push('\nVERSCHILLEN\n', table(['regel', 'ontvangstbewijs', 'veld', 'volgens de regels', 'in het register'], rows)); // oxfmt-ignore
  }
  if (nietBeoordeeld.length > 0) {
    const rows = nietBeoordeeld.map(({ bewijs, nr, waarom }) => [String(nr), bewijs, waarom]);
    parts.push('\nNIET TE BEOORDELEN\n', table(['regel', 'ontvangstbewijs', 'waarom'], rows));
  }
  return parts.join('');
}
