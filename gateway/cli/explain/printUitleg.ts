import { table } from '../table';
import type { Uitleg } from './askHub';

const GROUPS = [
  ['ALLOW', 'TOEGESTAAN'],
  ['DENY', 'GEWEIGERD'],
  ['UNDECIDED', 'NIET TE BESLISSEN (dus geweigerd)'],
] as const;

/** An explanation for people: what is allowed, what is refused and why. */
export function printUitleg({ velden, digest }: Uitleg): string {
  const groups = GROUPS.map(([besluit, title]) => {
    const group = velden.filter((veld) => veld.besluit === besluit);
    if (group.length === 0) return '';
    const rows = group.map(({ pad, coordinaat, categorieen, reden, beperkingen, artikel }) => {
      const shared = [pad.join('.'), coordinaat, categorieen.join(', ')];
      return besluit === 'ALLOW'
        ? [...shared, beperkingen.join(', ') || '-', artikel ?? '-']
        : [...shared, reden ?? '-', artikel ?? '-'];
    });
    const why = besluit === 'ALLOW' ? 'beperkingen' : 'reden';
    return `${title} (${String(group.length)})\n${table(['pad', 'veld', 'gegevenscategorie', why, 'artikel'], rows)}\n`;
  });
  const named = new Set(
    velden.flatMap(({ convenant, versie }) => (convenant === null ? [] : [`${convenant}, versie ${versie ?? '?'}`])),
  );
  return `${groups.join('')}Convenant: ${[...named].join('; ') || 'niet nodig'}\nCoordinatentabel: ${digest}\n`;
}
