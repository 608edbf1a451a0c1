import { gronden, perItem, type Kant, type Vloerregel } from './vloerregel';
import type { Verstrekking } from '../../../schema/domain/convenant';
import { isArtikel } from './wetten';

/** Acts that let one who is no public body use the BSN. */
const EIGEN_WET: readonly (readonly [wet: string, artikelen: readonly string[]])[] = [
  ['Wabb', ['10']],
  ['Wabvpz', ['4', '5', '6', '7', '8', '9']],
  ['Jeugdwet', ['7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.2.5']],
];

/** Without an act of his own only a public body uses the BSN. A ketenrol does so for the check with another house. */
export const bsn: Vloerregel = {
  artikel: 'WGS 2.30 lid 1 onder 2; Wabb 10',
  toets: ({ verstrekking, gegevens, aan }) => {
    if (!gegevens.some((g) => g.wgs === 2)) return [];
    const anderHuis = gronden(verstrekking).includes('WGS 2.28');
    return perItem('aan', aan, (kant) => {
      if (kant.wgs === null && !anderHuis)
        return `${kant.naam} krijgt geen BSN; alleen voor de toets bij een ander huis (WGS 2.28)`;
      return privaatZonderWet(kant, verstrekking);
    });
  },
};

export function privaatZonderWet({ naam, wgs }: Kant, verstrekking: Verstrekking): string | null {
  return wgs === 'PRIVAAT' && !gronden(verstrekking).some(vanEigenWet)
    ? `${naam} krijgt geen BSN zonder eigen wet; verwacht die in de grondslag`
    : null;
}

function vanEigenWet(grond: string): boolean {
  return EIGEN_WET.some(([wet, artikelen]) => isArtikel(grond, wet, artikelen));
}
