import { privaatZonderWet } from './bsn';
import { perItem, type Vloerregel } from './vloerregel';

/** Public bodies use the BSN for their task, others by an act of their own. A ketenrol has no task that needs it. */
export const bsnEigenWet: Vloerregel = {
  artikel: 'Wabb 10',
  toets: ({ verstrekking, gegevens, aan }) => {
    if (!gegevens.some((g) => g.wgs === 2)) return [];
    return perItem('aan', aan, (kant) =>
      kant.wgs === null
        ? `${kant.naam} krijgt geen BSN; noem de partners die het voor hun taak gebruiken`
        : privaatZonderWet(kant, verstrekking),
    );
  },
};
