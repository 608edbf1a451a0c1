import { nearest } from '../../../schema/nearest';
import { ontleed, type Wet, wetVan } from './wetten';

/** What is wrong with a ground that stands on none of these acts, or null: a slip of the pen is no ground. */
export function onbekendeGrond(grond: string, wetten: readonly Wet[]): string | null {
  if (wetVan(grond, wetten) !== null) return null;
  const naam = ontleed(grond)?.naam ?? grond;
  const artikelen = wetten.filter((wet) => wet.naam === naam).flatMap((wet) => wet.artikelen);
  if (artikelen.length > 0) return `"${grond}" is hier geen grondslag; verwacht ${naam} ${artikelen.join(', ')}`;
  const namen = [...new Set(wetten.map((wet) => wet.naam))];
  const bedoeld = nearest(naam, namen);
  return bedoeld === null
    ? `"${grond}" is geen bekende grondslag; verwacht een artikel van ${namen.join(', ')}, en een puntkomma tussen twee`
    : `"${grond}" is geen bekende grondslag; bedoelde u "${grond.replace(naam, bedoeld)}"?`;
}
