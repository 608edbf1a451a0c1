import { decodeJwt } from 'jose';
import type { Settings } from '../../settings';
import { type Persona, demoToken, findPartner } from '../demoToken';
import { unusable } from '../ended';

/** Seconds: one question. */
const TTL = 60;

/**
 * The token to ask with: KETENHUB_TOKEN, or in the demo one for the person named. The hub answers to a caller what he
 * himself may have, so a token of somebody else would give the answer to another question. (Whether it is genuine is for
 * the hub to say.)
 */
export async function tokenOf(settings: Settings, given: string | undefined, named: Persona): Promise<string> {
  const { oin } = findPartner(named.partner);
  if (given === undefined || given === '') {
    if (settings.mode === 'demo') return demoToken(settings, named, TTL);
    throw unusable('Zet KETENHUB_TOKEN: het token van wie vraagt.');
  }
  const claims = decode(given);
  if (claims.sub !== named.medewerker || claims['oin'] !== oin) {
    throw unusable(`KETENHUB_TOKEN is niet van ${named.medewerker} van ${named.partner}.`);
  }
  return given;
}

function decode(token: string): ReturnType<typeof decodeJwt> {
  try {
    return decodeJwt(token);
  } catch {
    throw unusable('KETENHUB_TOKEN is geen token.');
  }
}
