import type { Partnersoort } from './domain/partnersoort';
import { WGS_VAN_SOORT } from './wgsVanSoort';

/**
 * Public bodies that stand outside the WGS and exchange data under acts of their own (Wet SUWI 64, AWR 67). In a
 * convenant of the regime EIGEN_WET they can be party; in one of the WGS never.
 */
const MET_EIGEN_WET: readonly Partnersoort[] = ['UWV', 'SVB', 'BELASTINGDIENST'];

/**
 * Whether a partner of this kind may have an account at all. To who is in neither list only single disclosures are
 * made, by hand (BGS 2.21(3)): no file can make it otherwise.
 */
export function magAccount(soort: Partnersoort): boolean {
  return WGS_VAN_SOORT[soort] !== 'BUITEN' || MET_EIGEN_WET.includes(soort);
}
