import { onbekendeGrond } from './onbekendeGrond';
import { gronden, type Doorzakking, type Vloerregel } from './vloerregel';
import { HUISWETTEN, WETTEN } from './wetten';

/** By these the act lets a Zorg- en Veiligheidshuis share: with each other, in the doeltoets, its own dossier, with another house. */
const DRAGEND = ['WGS 2.28', 'WGS 2.29 lid 1', 'WGS 2.31 lid 2', 'WGS 2.32'];

/** By the Wpg the police gives elsewhere; to the house it gives by the WGS, of what it keeps under the Wpg. */
const BEKEND = [...HUISWETTEN, ...WETTEN.filter(({ naam, doelen }) => naam !== 'Wpg' || doelen.length === 0)];

/**
 * A verstrekking of a Zorg- en Veiligheidshuis stands on the WGS, and on nothing that nobody knows: words that are no
 * ground could hide one that is forbidden.
 */
export const grondslagWgs: Vloerregel = {
  artikel: 'WGS 2.29; AVG 6 lid 3',
  toets: ({ verstrekking }) => {
    const genoemd = gronden(verstrekking);
    const fouten = genoemd.flatMap((grond) => onbekendeGrond(grond, BEKEND) ?? []);
    if (!genoemd.some((grond) => DRAGEND.includes(grond))) {
      fouten.push(`de grondslag noemt niet waarop in de WGS dit berust; verwacht een van ${DRAGEND.join(', ')}`);
    }
    return fouten.map((melding): Doorzakking => ({ sleutel: 'grondslag', plek: null, melding }));
  },
};
