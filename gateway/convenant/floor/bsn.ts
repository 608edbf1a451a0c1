import { gronden, perItem, type Vloerregel } from './vloerregel';

/** Acts that let one who is no public body use the BSN: Wabb 10, Wabvpz 4 to 9, Jeugdwet 7.2. */
const EIGEN_WET = /^(Wabb 10|Wabvpz [4-9]|Jeugdwet 7\.2)(?!\d)/;

/** Without an act of his own only a public body uses the BSN. A ketenrol does so for the check with another house. */
export const bsn: Vloerregel = {
  artikel: 'WGS 2.30 lid 1 onder 2; Wabb 10',
  toets: ({ verstrekking, gegevens, aan }) => {
    if (!gegevens.some((g) => g.wgs === 2)) return [];
    const eigenWet = gronden(verstrekking).some((grond) => EIGEN_WET.test(grond));
    const anderHuis = gronden(verstrekking).includes('WGS 2.28');
    return perItem('aan', aan, ({ naam, wgs }) => {
      if (wgs === 'PRIVAAT' && !eigenWet)
        return `${naam} krijgt geen BSN zonder eigen wet; verwacht die in de grondslag`;
      if (wgs === null && !anderHuis)
        return `${naam} krijgt geen BSN; alleen voor de toets bij een ander huis (WGS 2.28)`;
      return null;
    });
  },
};
