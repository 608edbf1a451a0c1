import type { Toegangsfeiten } from '../../schema/domain/casusfeiten';
import type { Verzoeker } from '../../schema/domain/verzoeker';
import type { Span } from '../../schema/tracing/span';

/** What an answer was decided on: whose it is, of which casus, by which revision of the facts. */
export interface Beslisgrond {
  readonly verzoeker: Verzoeker;
  readonly casus: string | null;
  readonly revisie: string;
}

/**
 * The last look before an answer leaves: do the facts it was decided on still hold? Reads the revision again, so that
 * nobody who left the table gets an answer after the municipality acknowledged that he left.
 */
export function createRelease(
  read: (verzoeker: Verzoeker, casus: string | null, span: Span) => Promise<Toegangsfeiten>,
): (grond: Beslisgrond, span: Span) => Promise<boolean> {
  return async ({ verzoeker, casus, revisie }, span) => (await read(verzoeker, casus, span)).revisie === revisie;
}
