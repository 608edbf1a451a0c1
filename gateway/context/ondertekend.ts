import { Hubfout } from '../../schema/domain/hubfout';
import { vandaag } from '../../schema/domain/vandaag';

/** So much may the clocks of hub and municipality differ when a day begins, in ms. */
const SKEW_MS = 60_000;

/** The days (ISO) that it may be now at who tells us something: one, or two around midnight. The latest is last. */
export function dagenNu(now = Date.now()): [string, string] {
  return [vandaag(new Date(now - SKEW_MS)), vandaag(new Date(now + SKEW_MS))];
}

/** What a text that was signed says, or null when it is no JSON. */
export function parsed(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return null;
  }
}

/** The one answer to facts that are not what was signed, whatever is wrong with them. */
export function ongetekend(): Hubfout {
  return new Hubfout(
    'HUB_CASUSFEITEN_ONGETEKEND',
    'De feiten van de casus zijn niet die waarvoor de ketenpartners tekenden; er is niets verstrekt. Dit is gemeld.',
  );
}
