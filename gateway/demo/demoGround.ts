import { createLocalJWKSet } from 'jose';
import type { Hubgrond } from '../hub';
import type { Settings } from '../settings';
import { demoIssuer } from './demoIssuer';
import type { DemoKeys } from './demoKeys';

/** What a hub of the demo is made from: its own keys, and one key that signs for every partner. */
export function demoGround(
  settings: Settings,
  { hub, uitgever, partner, register, checkpoint }: DemoKeys,
): Omit<Hubgrond, 'openRegister'> {
  const sleutels = createLocalJWKSet({ keys: [partner.publicJwk] });
  return {
    settings,
    sleutel: { kid: hub.kid, key: hub.privateKey },
    uitgevers: [demoIssuer(uitgever)],
    ondertekening: { namen: [partner.kid], sleutelsVan: () => sleutels },
    registersleutels: { register, checkpoint, vorigeCheckpoint: null },
  };
}
