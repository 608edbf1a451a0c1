import { BEPERKINGEN, type Beperking } from '../../../schema/domain/beperking';
import { VOORWAARDEN, type Voorwaarde } from '../../../schema/domain/voorwaarde';
import type { Cel } from '../../inzage/matrix/cel';

/** One letter for each beperking, and one for each voorwaarde. */
const LETTERS: Readonly<Record<Beperking | Voorwaarde, string>> = {
  EIGEN_EN_RELEVANT: 'E',
  VRIJGEGEVEN: 'V',
  MET_GROND: 'G',
  WERKGEBIED: 'W',
  NIET_DOORVERSTREKKEN: 'D',
  NIET_VASTLEGGEN: 'N',
  EERST_OVERLEGGEN: 'O',
};

/** A cell as a few signs. A letter is a capital when no other supplier or alternative gives the category without it. */
export function sign({ besluit, toekenningen }: Pick<Cel, 'besluit' | 'toekenningen'>): string {
  if (besluit === 'DENY') return '-';
  const others = toekenningen.filter(({ eigen }) => !eigen);
  if (others.length === 0) return 'eigen';
  const letters = [...BEPERKINGEN, ...VOORWAARDEN].map((naam) => {
    const bound = others.filter((one) => [...one.beperkingen, ...one.voorwaarden].some((own) => own === naam)).length;
    if (bound === 0) return '';
    return bound === others.length ? LETTERS[naam] : LETTERS[naam].toLowerCase();
  });
  const text = letters.join('');
  return `${others.length < toekenningen.length ? 'eigen+' : ''}ja${text === '' ? '' : ` ${text}`}`;
}

/** What the signs mean. */
export const LEGENDA: readonly string[] = [
  'ja: verstrekt. eigen: alleen de eigen gegevens. eigen+ja: eigen en van anderen. -: niet.',
  `Alleen voor zover: ${BEPERKINGEN.map((naam) => `${LETTERS[naam]} ${naam}`).join(', ')}.`,
  `Onder voorwaarde: ${VOORWAARDEN.map((naam) => `${LETTERS[naam]} ${naam}`).join(', ')}.`,
  'Kleine letter: het geldt voor een deel van de bronnen.',
];
