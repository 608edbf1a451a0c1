import { perItem, type Vloerregel } from './vloerregel';

/** A closed casus is sealed for everyone, so no convenant can grant anything in AFSLUITING. */
export const afsluiting: Vloerregel = {
  artikel: 'WGS 2.31',
  toets: ({ verstrekking }) =>
    perItem('fasen', verstrekking.fasen, (fase) =>
      fase === 'AFSLUITING' ? 'na AFSLUITING is een casus afgeschermd; dan kan niets worden verstrekt' : null,
    ),
};
