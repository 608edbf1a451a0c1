import type { Partnersoort } from './domain/partnersoort';
import type { WgsStatus } from './domain/wgsStatus';

/**
 * What the act makes of each kind of partner: WGS 2.27(1) names the public ones, 2.27(2) the private ones; whoever is
 * in neither stands outside it. No file can make it otherwise.
 */
export const WGS_VAN_SOORT: Readonly<Record<Partnersoort, WgsStatus>> = {
  GEMEENTE: 'PUBLIEK',
  POLITIE: 'PUBLIEK',
  OM: 'PUBLIEK',
  RVDK: 'PUBLIEK',
  DJI: 'PUBLIEK',
  GGD: 'PUBLIEK',
  RECLASSERING: 'PRIVAAT',
  JEUGDBESCHERMING: 'PRIVAAT',
  GGZ: 'PRIVAAT',
  VERSLAVINGSZORG: 'PRIVAAT',
  VEILIG_THUIS: 'PRIVAAT',
  // Only as an institution that works for the college.
  MAATSCHAPPELIJK_WERK: 'PRIVAAT',
  WONINGCORPORATIE: 'BUITEN',
  ONDERWIJS: 'BUITEN',
  HALT: 'BUITEN',
  SLACHTOFFERHULP: 'BUITEN',
  UWV: 'BUITEN',
  SVB: 'BUITEN',
  BELASTINGDIENST: 'BUITEN',
};
