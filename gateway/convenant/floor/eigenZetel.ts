import { perItem, type Vloerregel } from './vloerregel';

/** In which casussen someone has a seat is for himself to know: no convenant gives it to another. */
export const eigenZetel: Vloerregel = {
  artikel: 'WGS 1.8 lid 2',
  toets: ({ gegevens }) =>
    perItem('gegevens', gegevens, ({ naam, betreft }) =>
      betreft === 'ZELF' ? `"${naam}" is van de medewerker zelf; een convenant kan het niet verstrekken` : null,
    ),
};
