import { onbekendeGrond } from './onbekendeGrond';
import { gronden, type Doorzakking, type Vloerregel } from './vloerregel';
import { eigenWetVan, WETTEN } from './wetten';

/**
 * Without the WGS under it a verstrekking stands on an act of its own, by its article. The AVG does not do: it asks for
 * such an act. Every ground is one that is known.
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

function fout(grond: string): string | null {
  return /^(WGS|BGS)\b/.test(grond)
    ? `"${grond}" is de grond van een Zorg- en Veiligheidshuis; verwacht de wet waarop deze verstrekking zelf berust`
    : onbekendeGrond(grond, WETTEN);
}
