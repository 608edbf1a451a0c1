import type { Relatiesoort } from '../../../schema/domain/relatiesoort';
import type { Draft } from './draft';

/** What the other way round is. A HULPVERLENER has no counterpart in the closed list: that goes one way. */
const OMGEKEERD: Readonly<Record<Relatiesoort, Relatiesoort | null>> = {
  PARTNER: 'PARTNER',
  EX_PARTNER: 'EX_PARTNER',
  OUDER: 'KIND',
  KIND: 'OUDER',
  BROER_OF_ZUS: 'BROER_OF_ZUS',
  VRIEND: 'VRIEND',
  HULPVERLENER: null,
};

/** To `van`, `naar` is a `soort`; and the other way round. A pair that is related already stays as it is. */
export function relate(draft: Draft, van: string, naar: string, soort: Relatiesoort): void {
  const key = `${van}/${naar}`;
  if (van === naar || draft.gerelateerd.has(key)) return;
  draft.gerelateerd.add(key);
  draft.municipality.relaties.push({ van, naar, soort });
  const reverse = OMGEKEERD[soort];
  if (reverse !== null) relate(draft, naar, van, reverse);
}
