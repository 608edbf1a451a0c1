import { OP_AANWIJZING } from '../../../schema/domain/onderwerp';
import { perItem, type Vloerregel } from './vloerregel';

/**
 * In which casussen someone has a seat is for himself to know, and who looks into the rules is designated for it: no
 * convenant gives either to another.
 */
export const eigenZetel: Vloerregel = {
  artikel: 'WGS 1.8 lid 2',
  toets: ({ gegevens }) =>
    perItem('gegevens', gegevens, ({ naam, betreft }) => {
      if (!OP_AANWIJZING.includes(betreft)) return null;
      const van = betreft === 'ZELF' ? 'van de medewerker zelf' : 'voor wie daarvoor is aangewezen';
      return `"${naam}" is ${van}; een convenant kan het niet verstrekken`;
    }),
};
