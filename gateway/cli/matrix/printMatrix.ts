import { BEPERKINGEN, type Beperking } from '../../../schema/domain/beperking';
import { table } from '../table';
import type { Cel, Matrixvraag } from './decideMatrix';

const LETTERS: Readonly<Record<Beperking, string>> = {
  EIGEN_EN_RELEVANT: 'E',
  VRIJGEGEVEN: 'V',
  MET_GROND: 'G',
  WERKGEBIED: 'W',
};

/** How receivers are called above a column that must stay narrow. */
const SHORT: Readonly<Record<string, string>> = {
  GEMEENTE: 'GEM',
  POLITIE: 'POL',
  RECLASSERING: 'RECL',
  JEUGDBESCHERMING: 'JB',
  VERSLAVINGSZORG: 'VSZ',
  VEILIG_THUIS: 'VT',
  MAATSCHAPPELIJK_WERK: 'MW',
  PROCESREGISSEUR: 'PR',
  INFORMATIEMAKELAAR: 'IM',
};

/** The matrix for people: a row per category, a column per receiver, and what the signs mean. */
export function printMatrix({ convenant, doel, fase, kader, rol }: Matrixvraag, cellen: readonly Cel[]): string {
  const rows = new Map<string, string[]>();
  for (const cel of cellen) {
    const row = rows.get(cel.categorie) ?? [cel.categorie];
    rows.set(cel.categorie, [...row, sign(cel)]);
  }
  const ontvangers = [...new Set(cellen.map(({ ontvanger }) => ontvanger))];
  const shortened = ontvangers.filter((naam) => naam in SHORT).map((naam) => `${SHORT[naam] ?? ''} ${naam}`);
  return [
    `Convenant ${convenant.id}, versie ${convenant.versie}: doel ${doel}, fase ${fase}, kader ${kader}, rol ${rol}\n\n`,
    table(['gegevenscategorie', ...ontvangers.map((naam) => SHORT[naam] ?? naam)], [...rows.values()]),
    '\nja: verstrekt   eigen: alleen de eigen gegevens   eigen+ja: eigen en van anderen   -: niet   ?: niet te beslissen\n',
    `Alleen voor zover: ${BEPERKINGEN.map((naam) => `${LETTERS[naam]} ${naam}`).join(', ')}.\n`,
    'Kleine letter: de beperking geldt voor een deel van de bronnen.\n',
    `${shortened.join(', ')}.\n`,
  ].join('');
}

/** One cell. A letter is a capital when no other supplier or alternative gives the category without it. */
function sign({ besluit, toekenningen }: Cel): string {
  if (besluit === 'DENY') return '-';
  if (besluit === 'UNDECIDED') return '?';
  const others = toekenningen.filter(({ eigen }) => !eigen);
  if (others.length === 0) return 'eigen';
  const letters = BEPERKINGEN.map((naam) => {
    const bound = others.filter(({ beperkingen }) => beperkingen.includes(naam)).length;
    if (bound === 0) return '';
    return bound === others.length ? LETTERS[naam] : LETTERS[naam].toLowerCase();
  }).join('');
  return `${others.length < toekenningen.length ? 'eigen+' : ''}ja${letters === '' ? '' : ` ${letters}`}`;
}
