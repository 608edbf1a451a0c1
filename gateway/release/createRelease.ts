import type { Toegangsfeiten } from '../../schema/domain/casusfeiten';
import type { Verzoeker } from '../../schema/domain/verzoeker';
import type { Span } from '../../schema/tracing/span';

/** What an answer was decided on: whose it is, of which casus, by which revision of the facts. */
export interface Beslisgrond {
  readonly verzoeker: Verzoeker;
  readonly casus: string | null;
  readonly revisie: string;
}

/** The last look before an answer leaves. */
export interface Release {
  /**
   * Do the facts it was decided on still hold? Reads the revision again, so that nobody who left the table gets an answer
   * after the municipality acknowledged that he left.
   */
  holds(grond: Beslisgrond, span: Span): Promise<boolean>;
  /** Does he still sit at this table, whatever else changed? For what tells him only that he himself changed something. */
  sits(verzoeker: Verzoeker, casus: string, span: Span): Promise<boolean>;
}

export function createRelease(
  read: (verzoeker: Verzoeker, casus: string | null, span: Span) => Promise<Toegangsfeiten>,
): Release {
  return {
    holds: async ({ verzoeker, casus, revisie }, span) => (await read(verzoeker, casus, span)).revisie === revisie,
    sits: async (verzoeker, casus, span) => {
      const { casus: feiten, aanwijzingen } = await read(verzoeker, casus, span);
      const { partner, medewerker } = verzoeker;
      const zetel = feiten?.tafel.find((one) => one.partner === partner.id && one.medewerker === medewerker);
      return aanwijzingen.some((one) => one.partner === partner.id && one.rol === zetel?.rol);
    },
  };
}
