import { nearest } from '../../../schema/nearest';
import { gronden, type Doorzakking, type Vloerregel } from './vloerregel';
import { eigenWetVan, ontleed, WETTEN, wetVan } from './wetten';

/**
 * Without the WGS under it a verstrekking stands on an act of its own, by its article. The AVG does not do: it asks for
 * such an act. Every ground is one that is known, since a ground with a slip of the pen is none.
 */
export const eigenGrondslag: Vloerregel = {
  artikel: 'AVG 6 lid 3',
  toets: ({ verstrekking }) => {
    const genoemd = gronden(verstrekking);
    const fouten = genoemd.flatMap((grond) => fout(grond) ?? []);
    if (fouten.length === 0 && !genoemd.some((grond) => eigenWetVan(grond) !== null)) {
      fouten.push(`de grondslag noemt geen wet die zelf tot verstrekken grond geeft; verwacht ${VOORBEELDEN}`);
    }
    return fouten.map((melding): Doorzakking => ({ sleutel: 'grondslag', plek: null, melding }));
  },
};

const VOORBEELDEN = `een artikel van ${WETTEN.flatMap(({ naam, doelen }) => (doelen.length > 0 ? [naam] : [])).join(', ')}`;
const NAMEN = [...new Set(WETTEN.map(({ naam }) => naam))];

function fout(grond: string): string | null {
  if (/^(WGS|BGS)\b/.test(grond)) {
    return `"${grond}" is de grond van een Zorg- en Veiligheidshuis; verwacht de wet waarop deze verstrekking zelf berust`;
  }
  if (wetVan(grond) !== null) return null;
  const naam = ontleed(grond)?.naam ?? grond;
  const vormen = WETTEN.filter((wet) => wet.naam === naam).map(({ voorbeeld }) => `"${voorbeeld}"`);
  if (vormen.length > 0) return `"${grond}" is hier geen grondslag; verwacht bijvoorbeeld ${vormen.join(' of ')}`;
  const bedoeld = nearest(naam, NAMEN);
  return bedoeld === null
    ? `"${grond}" is geen bekende grondslag; verwacht ${VOORBEELDEN}`
    : `"${grond}" is geen bekende grondslag; bedoelde u "${grond.replace(naam, bedoeld)}"?`;
}
