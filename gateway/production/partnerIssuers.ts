import { type JSONWebKeySet, createLocalJWKSet } from 'jose';
import { isDemosleutel } from '../../schema/demosleutel';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import type { Uitgever } from '../identity/createIdentifier';
import { Startfout } from './Startfout';

/**
 * The issuers of the partners, each with its own keys, and each speaking for that one partner only.
 *
 * @throws Startfout when no partner has one, or when one has a key of the demo.
 */
export function partnerIssuers(partners: Ketenpartners): Uitgever[] {
  const uitgevers = [...partners.values()].flatMap(({ id, uitgever }): Uitgever[] => {
    if (uitgever === null) return [];
    const { issuer, sleutels } = uitgever;
    if (sleutels.some(({ kid }) => isDemosleutel(kid))) {
      throw new Startfout(`PARTNERS_FILE: the issuer of "${id}" has a key of the demo`);
    }
    const keys = createLocalJWKSet({ keys: sleutels } as unknown as JSONWebKeySet);
    return [{ issuer, keys, maySpeakFor: (partner) => partner.id === id }];
  });
  if (uitgevers.length === 0) {
    throw new Startfout('PARTNERS_FILE: no partner has an "uitgever" (issuer and public keys), so nobody can sign in');
  }
  return uitgevers;
}
