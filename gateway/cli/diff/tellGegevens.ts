import type { Wegtekst } from '../../inzage/cellen/wegtekst';
import type { Gegevensgroep } from '../../inzage/verschil/groep';
import type { Openingssoort } from '../../inzage/verschil/opening';
import { tellWegen } from '../tellWegen';

/** Which fields, and how they come: of what was there before only what differs. */
export function tellGegevens(gegevens: Gegevensgroep, soort: Openingssoort, opens: boolean): string[] {
  const { categorieen, vertelt, coordinaten } = gegevens;
  const told = [...new Set(vertelt.map(({ partner, categorie }) => `${partner}: ${categorie}`))].join(', ');
  const how = tellHow(gegevens, soort, opens, told);
  // A field with an argument opens with the field; it is told by itself only where it stands alone.
  const shown = coordinaten.filter(
    (one) => !one.includes('(') || !coordinaten.includes(one.slice(0, one.indexOf('('))),
  );
  return [
    `   - ${categorieen.join(' en ')}${how === '' ? '' : ` ${how}`}`,
    `       ${shown.length > MANY ? perType(shown) : shown.join(', ')}`,
    ...(told === '' || soort === 'VERTELT' ? [] : [`       wie dit vraagt, vertelt ${told}`]),
  ];
}

function tellHow({ wegen, was }: Gegevensgroep, soort: Openingssoort, opens: boolean, told: string): string {
  switch (soort) {
    case 'NIEUW':
      return tellWegen(wegen);
    case 'RUIMER':
      return opens
        ? `${change(wegen, was)}${renamed(', eerst als', wegen, was)}`
        : `${change(was, wegen)}${renamed(', nu als', wegen, was)}`;
    case 'VERTELT':
      return `aan ${told}`;
    case 'ZONDER_BRON':
      return '';
  }
}

/** Fields that can still be taken in one by one. */
const MANY = 12;

function perType(coordinaten: readonly string[]): string {
  const types = new Map<string, number>();
  for (const one of coordinaten) {
    const [type = ''] = one.split('.');
    types.set(type, (types.get(type) ?? 0) + 1);
  }
  return [...types]
    .map(([type, velden]) => `${type} (${String(velden)} ${velden === 1 ? 'veld' : 'velden'})`)
    .join(', ');
}

function change(now: readonly Wegtekst[], before: readonly Wegtekst[]): string {
  const fresh = tellWegen(now.filter((one) => !before.some(sameAs(one))));
  const gone = tellWegen(before.filter((one) => !now.some(sameAs(one))));
  if (fresh === '' && gone === '') {
    // In the same words: for another area of work, or under the grond of another category.
    return labelsOf(now) === labelsOf(before) ? `${tellWegen(now)}, voor een ander werkgebied` : tellWegen(now);
  }
  if (gone === '') return `nu ook ${fresh}`;
  return `${fresh === '' ? 'niet meer' : `nu ${fresh}; eerst`} ${gone}`;
}

/** That the fields were, or are, labelled otherwise than the one that is named. */
function renamed(how: string, named: readonly Wegtekst[], other: readonly Wegtekst[]): string {
  return labelsOf(named) === labelsOf(other) ? '' : `${how} ${labelsOf(other)}`;
}

function labelsOf(wegen: readonly Wegtekst[]): string {
  return [...new Set(wegen.map(({ categorie }) => categorie))].join(' en ');
}

function sameAs(one: Wegtekst): (other: Wegtekst) => boolean {
  const text = ({ categorie: _, ...rest }: Wegtekst): string => JSON.stringify(rest);
  return (other) => text(one) === text(other);
}
