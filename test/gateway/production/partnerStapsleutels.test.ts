import { exportJWK, generateKeyPair } from 'jose';
import { partnerStapsleutels } from '../../../gateway/production/partnerStapsleutels';
import type { Ketenpartner, Ketenpartners } from '../../../schema/domain/ketenpartner';
import { isSigned, signAkte } from '../../../schema/verloop/handtekening';
import { partners } from '../decide/ground';

const TEXT = '{"stap":"BEVESTIGEN"}';

async function keyOf(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid } };
}
const withKeys = (keys: Readonly<Record<string, Ketenpartner['stapsleutels']>>): Ketenpartners =>
  new Map([...partners].map(([id, one]) => [id, { ...one, stapsleutels: keys[id] ?? [] }]));

describe('in production a partner takes stappen under keys of its own', () => {
  test("and under no one else's; a next key stands beside it; who has none takes none", async () => {
    const [own, next, other] = [await keyOf('a'), await keyOf('b'), await keyOf('a')];
    const known = withKeys({ dimence: [own.jwk, next.jwk], tactus: [other.jwk] });
    const { namen, sleutelsVan } = partnerStapsleutels(known);
    expect([...namen].sort()).toEqual(['dimence/a', 'dimence/b', 'tactus/a']);
    const holds = async ({ kid, privateKey }: typeof own, partner: string) =>
      isSigned(TEXT, await signAkte(TEXT, kid, privateKey), sleutelsVan(partner)!);
    expect(await holds(own, 'dimence')).toBe(true);
    expect(await holds(next, 'dimence')).toBe(true);
    expect(await holds(other, 'tactus')).toBe(true);
    expect(await holds(other, 'dimence')).toBe(false);
    expect(await holds(own, 'tactus')).toBe(false);
    expect(sleutelsVan('politie-oost-nederland')).toBeNull();
    expect(sleutelsVan('niemand')).toBeNull();
  });

  test.each(['demo-1', 'Demo-1', 'DEMO-x'])('and never under a key of the demo: %s stops the start', async (kid) => {
    const { jwk } = await keyOf(kid);
    expect(() => partnerStapsleutels(withKeys({ dimence: [jwk] }))).toThrow('"dimence" signs with a key of the demo');
  });
});
