import { magAccount } from '../../../schema/magAccount';
import type { Kant } from './vloerregel';

/** Of a kind to which only single disclosures are made, by hand. A ketenrol has the account of its employer. */
export function zonderAccount({ soort }: Kant): boolean {
  return soort !== null && !magAccount(soort);
}
