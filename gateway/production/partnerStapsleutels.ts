import { type JSONWebKeySet, createLocalJWKSet } from 'jose';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import type { Stapondertekening } from '../hub';
import { Startfout } from './Startfout';
import { isDemosleutel } from '../../schema/demosleutel';

/**
 * The keys under which each partner signs its akten. A partner without one takes no stappen.
 *
 * @throws Startfout when one is of the demo.
 */
export function partnerStapsleutels(partners: Ketenpartners): Stapondertekening {
  const keys = new Map<string, ReturnType<typeof createLocalJWKSet>>();
  const namen: string[] = [];
  for (const { id, stapsleutels } of partners.values()) {
    if (stapsleutels.length === 0) continue;
    const kids = stapsleutels.map(({ kid }) => String(kid));
    if (kids.some(isDemosleutel)) {
      throw new Startfout(`PARTNERS_FILE: "${id}" signs with a key of the demo`);
    }
    keys.set(id, createLocalJWKSet({ keys: stapsleutels } as unknown as JSONWebKeySet));
    namen.push(...kids.map((kid) => `${id}/${kid}`));
  }
  return { namen, sleutelsVan: (partner) => keys.get(partner) ?? null };
}
