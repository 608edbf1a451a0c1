import { nearest } from '../../schema/nearest';
import { readKetenpartners } from '../../schema/partners';
import type { Ketenpartner } from '../../schema/domain/ketenpartner';
import { issueToken } from '../demo/demoIssuer';
import { demoKeys } from '../demo/demoKeys';
import type { Settings } from '../settings';
import { unusable } from './ended';

/** Who is to be signed in. */
export interface Persona {
  readonly partner: string;
  readonly medewerker: string;
}

/**
 * A token of the demo issuer. Whether the medewerker exists is not looked at: a token says who someone is and nothing
 * more, it is the municipality's facts that give him a seat.
 *
 * @param ttl seconds that the token holds.
 */
export async function demoToken(settings: Settings, { partner, medewerker }: Persona, ttl: number): Promise<string> {
  if (settings.mode === 'production') {
    throw unusable('De demo-uitgever bestaat niet met KETENHUB_MODE=production; een token komt van uw organisatie.');
  }
  const known = findPartner(partner);
  if (!known.account) {
    throw unusable(`"${partner}" heeft geen account: alleen afzonderlijke verstrekkingen (BGS 2.21 lid 3).`);
  }
  if (!/^\S{1,200}$/.test(medewerker)) {
    throw unusable('Een medewerker is een id van 1 tot 200 tekens zonder spaties, zoals m-politie-1.');
  }
  return issueToken((await demoKeys(settings.dir)).uitgever, known, medewerker, ttl);
}

/** The partner of that id. Throws with the one that was probably meant. */
export function findPartner(id: string): Ketenpartner {
  const partners = readKetenpartners();
  const partner = partners.get(id);
  if (partner !== undefined) return partner;
  const meant = nearest(id, [...partners.keys()]);
  throw unusable(`Onbekende ketenpartner "${id}".${meant === null ? '' : ` Bedoelde u "${meant}"?`}`);
}
