import { movedBy } from '../overzicht/weg';
import type { Entry } from '../reader/entry';

/** How the parts of an entry are named outside: by address, as both standards ask. */
export interface Namen {
  /** Register of processing activities: convenant and doel come behind it. */
  readonly verwerkingen: string;
  /** OIN of a ketenpartner; undefined: not known here. */
  readonly oinVan: (partner: string) => string | undefined;
}

/**
 * URI of the processing activity: a convenant is where it is laid down, the doel is what it is for. What a question told the
 * host of a source is another activity than the answer: it has BRON and the OIN of that host behind it.
 */
export function verwerkingVan(entry: Entry, { verwerkingen }: Namen): string {
  const { convenant, doel } = entry;
  const moved = movedBy(entry);
  const parts = [
    convenant ?? 'buiten-casus',
    ...(doel === null || doel === undefined ? [] : [doel]),
    ...(moved?.weg === 'BRON' ? [moved.weg, moved.aan] : []),
  ];
  return `${verwerkingen}${parts.map(encodeURIComponent).join('/')}`;
}

/** URI of a ketenpartner: of its OIN in the register of OINs. It is a name: nothing is asked there. */
export function partnerUri(partner: string, { oinVan }: Namen): string {
  const oin = oinVan(partner);
  return oin === undefined ? `urn:ketenhub:partner:${partner}` : `https://oinregister.logius.nl/oin/${oin}`;
}
