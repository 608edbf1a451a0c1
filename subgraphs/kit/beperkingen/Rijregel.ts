import type { Delegatie } from '../../../schema/domain/delegatie';
import type { Gegevensrij } from '../rows/Gegevensrij';

/** What a row rule is decided from, beside the row. */
interface Vraag {
  readonly categorie: string;
  readonly delegatie: Delegatie;
  /** Today, ISO. */
  readonly vandaag: string;
}

/** Holds for this row, or not. What it withholds looks exactly like what does not exist. */
export type Rijregel = (rij: Gegevensrij, vraag: Vraag) => boolean;
