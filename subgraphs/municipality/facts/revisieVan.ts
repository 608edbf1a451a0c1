import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import type { Toegangsfeiten } from '../../../schema/domain/casusfeiten';

const canonical = configure({ deterministic: true, strict: true });

/**
 * SHA-256 over the canonical JSON of exactly the facts told, without the besluiten that they rest on: it changes with any
 * of them, also when a seat or a designation ends by the passing of a day, and with nothing else.
 *
 * @param zetels what an answer rests on beside those facts: where he sits who asks that, and how those casussen stand.
 */
export function revisieVan(
  feiten: Omit<Toegangsfeiten, 'revisie' | 'besluiten'>,
  zetels: readonly string[] = [],
): string {
  const told = zetels.length === 0 ? feiten : { ...feiten, zetels };
  return createHash('sha256').update(canonical(told)).digest('hex');
}
