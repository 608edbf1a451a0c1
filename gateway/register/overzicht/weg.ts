import type { Entry } from '../reader/entry';

/** ANTWOORD: who asked got it. BRON: his question told it to who hosts a source. */
export type Verstrekkingsweg = 'ANTWOORD' | 'BRON';

/** How an entry moved something, and to whom: id of a partner, or OIN of a host; null: it moved nothing. */
export function movedBy({ soort, partner, naar }: Entry): { weg: Verstrekkingsweg; aan: string } | null {
  if (soort === 'ANTWOORD') return partner ? { weg: 'ANTWOORD', aan: partner } : null;
  if (soort === 'VOORNEMEN') return naar ? { weg: 'BRON', aan: naar } : null;
  return null;
}
