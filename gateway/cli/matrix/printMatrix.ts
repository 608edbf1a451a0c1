import type { Doel } from '../../../schema/domain/doel';
import type { Cel } from '../../inzage/matrix/cel';
import type { Deelmatrix } from '../matrix';
import { table } from '../table';
import { either, tellBlok } from '../tellBlok';
import { tellWegen } from '../tellWegen';
import { LEGENDA, sign } from './sign';

/** How receivers are called above a column that must stay narrow. */
const SHORT: Readonly<Record<string, string>> = {
  GEMEENTE: 'GEM',
  POLITIE: 'POL',
  RECLASSERING: 'RECL',
  JEUGDBESCHERMING: 'JB',
  VERSLAVINGSZORG: 'VSZ',
  VEILIG_THUIS: 'VT',
  MAATSCHAPPELIJK_WERK: 'MW',
  BELASTINGDIENST: 'BD',
  PROCESREGISSEUR: 'PR',
  INFORMATIEMAKELAAR: 'IM',
};

/** The matrix for people: of one situation a table of signs, of several the cells in words, alike ones together. */
export function printMatrix(delen: readonly Deelmatrix[]): string {
  return delen.map(print).join('\n');
}

function print({ convenant, cellen }: Deelmatrix): string {
  const [first] = cellen;
  if (first === undefined) return '';
  const title = `Convenant ${convenant.id}, versie ${convenant.versie}`;
  const single = new Set(cellen.map(({ doelen, fasen, kaders }) => [doelen, fasen, kaders].join())).size === 1;
  const one =
    single && new Set(cellen.map(({ ontvanger, categorie }) => `${ontvanger} ${categorie}`)).size === cellen.length;
  if (!one)
    return `${title}: wie wat krijgt. Wat er niet staat, wordt niet verstrekt.\n\n${inWords(cellen, convenant.doelen)}`;
  const { doelen, fasen, kaders } = first;
  const when = `doel ${either(doelen)}, fase ${either(fasen)}, kader ${either(kaders)}`;
  const rollen = [...new Set(cellen.flatMap((cel) => cel.rollen))];
  return `${title}: ${when}, rol ${either(rollen)}\n\n${grid(cellen)}`;
}

/** A row per category, a column per receiver. */
function grid(cellen: readonly Cel[]): string {
  const rows = new Map<string, string[]>();
  for (const cel of cellen) {
    const row = rows.get(cel.categorie) ?? [cel.categorie];
    rows.set(cel.categorie, [...row, sign(cel)]);
  }
  const ontvangers = [...new Set(cellen.map(({ ontvanger }) => ontvanger))];
  const shortened = ontvangers.filter((naam) => naam in SHORT).map((naam) => `${SHORT[naam] ?? ''} ${naam}`);
  return [
    table(['gegevenscategorie', ...ontvangers.map((naam) => SHORT[naam] ?? naam)], [...rows.values()]),
    `\n${LEGENDA.join('\n')}\n`,
    shortened.length === 0 ? '' : `${shortened.join(', ')}.\n`,
  ].join('');
}

/** Per category the ways by which it comes, and who has it so, and when. */
function inWords(cellen: readonly Cel[], doelen: readonly Doel[]): string {
  const granted = cellen.filter(({ besluit }) => besluit === 'ALLOW');
  if (granted.length === 0) return 'Niets.\n';
  return [...groupBy(granted, ({ categorie }) => categorie).values()]
    .map((own) => {
      const [{ categorie, label, betreft } = { categorie: '', label: '', betreft: '' }] = own;
      const holders = own.filter(({ wegen }) => wegen.some(({ eigen }) => eigen)).map(({ ontvanger }) => ontvanger);
      const given = own.map((cel) => ({ ...cel, wegen: cel.wegen.filter(({ eigen }) => !eigen) }));
      const others = given.filter(({ wegen }) => wegen.length > 0);
      return [
        `${categorie}: ${label} (${betreft})\n`,
        holders.length === 0 ? '' : `  eigen gegevens: ${[...new Set(holders)].join(', ')}\n`,
        ...[...groupBy(others, ({ wegen }) => tellWegen(wegen))].map(([how, alike]) => tellWeg(how, alike, doelen)),
      ].join('');
    })
    .join('\n');
}

function tellWeg(how: string, cellen: readonly Cel[], doelen: readonly Doel[]): string {
  const lines = [...groupBy(cellen, (cel) => tellBlok(cel, doelen))].map(
    ([when, alike]) => `    ${[...new Set(alike.map(({ ontvanger }) => ontvanger))].join(', ')}: ${when}\n`,
  );
  return `  ${how}\n${lines.join('')}`;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return found;
}
