import { gronden, perItem, type Vloerregel } from './vloerregel';
import { eigenWetVan, WETTEN } from './wetten';

/** Each doel of a verstrekking is one that an act in its grondslag serves: an act for care is no ground to fight fraud. */
export const doelVanWet: Vloerregel = {
  artikel: 'AVG 5 lid 1 onder b',
  toets: ({ verstrekking }) => {
    const wetten = gronden(verstrekking).flatMap((grond) => eigenWetVan(grond) ?? []);
    return perItem('doelen', verstrekking.doelen, (doel) => {
      if (wetten.some(({ doelen }) => doelen.includes(doel))) return null;
      const andere = WETTEN.filter(({ doelen }) => doelen.includes(doel)).map(({ naam }) => naam);
      return `geen wet in de grondslag dient ${doel}; verwacht een artikel van ${andere.join(', ')}`;
    });
  },
};
