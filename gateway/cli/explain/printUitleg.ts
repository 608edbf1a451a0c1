import { table } from '../table';
import type { Uitleg } from './askUitleg';

const GROUPS = [
  ['ALLOW', 'TOEGESTAAN'],
  ['DENY', 'GEWEIGERD'],
  ['UNDECIDED', 'NIET TE BESLISSEN (dus geweigerd)'],
] as const;

/** An explanation for people: what is allowed, what is refused and why, and whom it tells what to ask it. */
export function printUitleg({ velden, digest }: Uitleg): string {
  const groups = GROUPS.map(([besluit, title]) => {
    const group = velden.filter((veld) => veld.besluit === besluit);
    if (group.length === 0) return '';
    const rows = group.map(({ pad, coordinaat, categorieen, reden, beperkingen, voorwaarden, artikel }) => {
      const shared = [pad.join('.'), coordinaat, categorieen.join(', ')];
      return besluit === 'ALLOW'
        ? [...shared, [...beperkingen, ...voorwaarden].join(', ') || '-', artikel ?? '-']
        : [...shared, reden ?? '-', artikel ?? '-'];
    });
    const why = besluit === 'ALLOW' ? 'beperkingen en voorwaarden' : 'reden';
    return `${title} (${String(group.length)})\n${table(['pad', 'veld', 'gegevenscategorie', why, 'artikel'], rows)}\n`;
  });
  const named = new Set(
    velden.flatMap(({ convenant, versie }) => (convenant === null ? [] : [`${convenant}, versie ${versie ?? '?'}`])),
  );
  const end = `Convenant: ${[...named].join('; ') || 'niet nodig'}\nCoordinatentabel: ${digest}\n`;
  return `${groups.join('')}${printKeten(velden)}${end}`;
}

/** Who is told what by the asking: a source learns that someone is in this casus, or what a field is worked out from. */
function printKeten(velden: Uitleg['velden']): string {
  const rows = velden.flatMap(({ coordinaat, keten }) =>
    keten.map(({ partner, aan, categorie, besluit, reden }) => [
      coordinaat,
      partner ?? aan,
      categorie,
      besluit === 'ALLOW' ? 'mag' : `mag niet: ${reden ?? besluit}`,
    ]),
  );
  if (rows.length === 0) return '';
  const distinct = new Map(rows.map((row) => [row.join(' '), row]));
  return `KETEN: wie door de vraag iets hoort\n${table(['veld', 'wie', 'hoort iets van', 'besluit'], [...distinct.values()])}\n`;
}
