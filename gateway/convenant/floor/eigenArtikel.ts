import { deel, gronden, type Vloerregel } from './vloerregel';
import { eigenWetVan } from './wetten';

/** What a decision tells the requester and the register is an article on which the verstrekking really rests. */
export const eigenArtikel: Vloerregel = {
  artikel: 'AVG 5 lid 2; AVG 6 lid 3',
  toets: ({ verstrekking }) => {
    const dragend = gronden(verstrekking).filter((grond) => eigenWetVan(grond) !== null);
    const vreemd = deel(verstrekking.artikel).find((een) => !dragend.includes(een));
    if (vreemd === undefined) return [];
    const verwacht = dragend.length === 0 ? 'een wet van de grondslag' : dragend.map((een) => `"${een}"`).join(' of ');
    return [
      { sleutel: 'artikel', plek: null, melding: `"${vreemd}" draagt deze verstrekking niet; verwacht ${verwacht}` },
    ];
  },
};
