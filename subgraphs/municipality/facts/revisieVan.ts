import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import type { Toegangsfeiten } from '../../../schema/domain/casusfeiten';

const canonical = configure({ deterministic: true, strict: true });

/**
 * SHA-256 over the canonical JSON of exactly the facts told: it changes with any of them, also when a seat or a
 * designation ends by the passing of a day, and with nothing else.
 */
export function revisieVan(feiten: Omit<Toegangsfeiten, 'revisie'>): string {
  return createHash('sha256').update(canonical(feiten)).digest('hex');
}
