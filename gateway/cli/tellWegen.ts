import type { Wegtekst } from '../inzage/cellen/wegtekst';

/** By which ways a category comes: "van GEMEENTE, alleen VRIJGEGEVEN (WGS 2.30 lid 1 onder 4)". */
export function tellWegen(wegen: readonly Wegtekst[]): string {
  return wegen
    .map(({ van, eigen, beperkingen, voorwaarden, artikel }) => {
      if (eigen) return 'eigen gegevens';
      const bound = beperkingen.length === 0 ? '' : `, alleen ${beperkingen.join(' en ')}`;
      const tied = voorwaarden.length === 0 ? '' : `, voorwaarde ${voorwaarden.join(' en ')}`;
      return `van ${van.join(', ')}${bound}${tied} (${artikel})`;
    })
    .join('; ');
}
