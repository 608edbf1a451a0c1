import type { Besluit, Toekenning } from '../../schema/domain/besluit';

/**
 * All decisions for one situation: the table that the hot path looks up in. `sleutel` names the decision set, so that
 * whatever is compiled from it can be cached by it.
 */
export class Besluiten {
  /** Something in it could not be decided. */
  readonly onbeslist: boolean;

  constructor(
    readonly sleutel: string,
    private readonly coordinaten: ReadonlyMap<string, Besluit>,
    private readonly categorieen: ReadonlyMap<string, Besluit>,
  ) {
    this.onbeslist = [...coordinaten.values(), ...categorieen.values()].some((b) => b.uitkomst === 'UNDECIDED');
  }

  /** Deny by default: a coordinate that the table does not hold is refused. */
  coordinaat(naam: string): Besluit {
    return (
      this.coordinaten.get(naam) ?? { uitkomst: 'DENY', reden: 'NIET_GECLASSIFICEERD', artikel: null, categorieen: [] }
    );
  }

  categorie(naam: string): Besluit {
    return (
      this.categorieen.get(naam) ?? {
        uitkomst: 'DENY',
        reden: 'NIET_GECLASSIFICEERD',
        artikel: null,
        categorieen: [naam],
      }
    );
  }

  /** What was granted of these categories: no more than this may travel in a delegation. */
  toekenningen(namen: Iterable<string>): Toekenning[] {
    return [...new Set(namen)].flatMap((naam) => {
      const besluit = this.categorie(naam);
      return besluit.uitkomst === 'ALLOW' ? besluit.toekenningen : [];
    });
  }
}
