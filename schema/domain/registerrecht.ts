import type { Rol } from './rol';

/** Who may look into the register for what, and on which article it rests. */
export interface Registerrecht {
  readonly rollen: readonly Rol[];
  /**
   * BUITEN_CASUS: by designation. VAN_HET_HUIS: so, and only of the partner that keeps the casussen of the house. IN_CASUS:
   * by a seat at the table of a running, confirmed casus.
   */
  readonly waar: 'BUITEN_CASUS' | 'VAN_HET_HUIS' | 'IN_CASUS';
  readonly artikel: string;
}

/**
 * The one list of who may look into the register: what is not in it is denied. No convenant can give any of it, and an
 * auditor, who sees no persons, gets none of it.
 */
export const REGISTERRECHTEN: Readonly<Record<string, Registerrecht>> = {
  'hub.dossier': { rollen: ['PRIVACY_OFFICER'], waar: 'BUITEN_CASUS', artikel: 'BGS 1.2' },
  'hub.aanwijzing': { rollen: ['PRIVACY_OFFICER'], waar: 'BUITEN_CASUS', artikel: 'BGS 1.11' },
  'hub.aanmelding': { rollen: ['MELDER'], waar: 'BUITEN_CASUS', artikel: 'WGS 2.31' },
  'hub.inzageverzoek': { rollen: ['PRIVACY_OFFICER'], waar: 'VAN_HET_HUIS', artikel: 'BGS 1.2' },
  'hub.datalek': { rollen: ['PRIVACY_OFFICER'], waar: 'BUITEN_CASUS', artikel: 'WGS 1.8 lid 4' },
  'hub.partnerverkeer': { rollen: ['PRIVACY_OFFICER'], waar: 'BUITEN_CASUS', artikel: 'WGS 1.8 lid 4' },
  'hub.ontvangers': { rollen: ['PRIVACY_OFFICER'], waar: 'BUITEN_CASUS', artikel: 'AVG 19' },
  'hub.verslag': { rollen: ['PROCESREGISSEUR', 'CASUSREGISSEUR'], waar: 'IN_CASUS', artikel: 'WGS 2.32' },
};
