import type { Delegatie, Verlening } from '../../../schema/domain/delegatie';
import { RIJREGELS } from '../beperkingen/rijregels';
import type { Gegevensrij } from './Gegevensrij';
import type { Bezwaren } from '../bronbesluiten/Bezwaren';
import type { Pen } from './Herkomstboek';

/**
 * What one requester may see of rows: the verleningen of his delegation, applied. A row is visible for a category iff
 * some verlening of that category, by the bronhouder of the row, has all its beperkingen hold for the row, and that
 * bronhouder has no bezwaar against it.
 */
export class Zicht {
  readonly #verleningen: ReadonlyMap<string, ReadonlyMap<string, readonly Verlening[]>>;

  /**
   * @param bezwaren of this casus, as far as they concern this delegation
   * @param pen told of the rows that `zichtbaar` finds, where somebody wants to know out of whose a value is made
   * @param eerder another sight of the same delegation, of which the order is kept
   */
  constructor(
    private readonly delegatie: Delegatie,
    private readonly vandaag: string,
    private readonly bezwaren: Pick<Bezwaren, 'tegen' | 'nietDoor'>,
    private readonly pen: Pen | null = null,
    eerder?: Zicht,
  ) {
    this.#verleningen = eerder === undefined ? inOrder(delegatie) : eerder.#verleningen;
  }

  /** Some verlening names the category: the door of the lock. Says nothing about a row. */
  kent(categorie: string): boolean {
    return this.#verleningen.has(categorie);
  }

  /** Some verlening names the category by this bronhouder. Of a record elsewhere no more can be said from here. */
  kentVan(categorie: string, bronhouder: string): boolean {
    return this.#van(categorie, bronhouder).length > 0;
  }

  /** The row may be seen for all of these categories. */
  ziet(rij: Gegevensrij, categorieen: readonly string[]): boolean {
    return !this.bezwaren.tegen(rij, categorieen) && categorieen.every((categorie) => this.#zietVoor(rij, categorie));
  }

  /** Its bronhouder will not have it given: then nothing points to it either. */
  bezwaard(rij: Gegevensrij, categorieen: readonly string[]): boolean {
    return this.bezwaren.tegen(rij, categorieen);
  }

  /** The rows that may be seen for all of these categories: for a resolver that computes from rows. */
  zichtbaar<Rij extends Gegevensrij>(rijen: readonly Rij[], categorieen: readonly string[]): Rij[] {
    const gezien = rijen.filter((rij) => this.ziet(rij, categorieen));
    if (this.pen !== null) this.#noteer(this.pen, gezien, categorieen);
    return gezien;
  }

  /** The same sight, with a pen: for one field, of which the hub is told who gave it. */
  met(pen: Pen): Zicht {
    return new Zicht(this.delegatie, this.vandaag, this.bezwaren, pen, this);
  }

  /** To which partners a row that may be seen may not be sent on; none where it may not be seen for a bezwaar. */
  nietDoor(rij: Gegevensrij, categorieen: readonly string[]): readonly string[] {
    return this.bezwaren.tegen(rij, categorieen) ? [] : this.bezwaren.nietDoor(rij, categorieen);
  }

  /** The requester's partner is itself the bronhouder, and the hub says so. */
  isEigen(categorie: string, bronhouder: string): boolean {
    return this.#van(categorie, bronhouder).some((verlening) => verlening.eigen);
  }

  /** Granted without any condition, whoever the bronhouder: for what belongs to no record at all. */
  onvoorwaardelijk(categorieen: readonly string[]): boolean {
    return categorieen.every((categorie) =>
      [...(this.#verleningen.get(categorie)?.values() ?? [])]
        .flat()
        .some(({ beperkingen }) => beperkingen.length === 0),
    );
  }

  /**
   * Of rows that were found, whose they are. Of none, who is asked without any condition: only his silence tells that there
   * is none. Of anyone else it may as well be that a row is withheld, so that he gave nothing.
   */
  #noteer({ noteer, nietDoor }: Pen, gezien: readonly Gegevensrij[], categorieen: readonly string[]): void {
    for (const rij of gezien) nietDoor(this.nietDoor(rij, categorieen));
    for (const categorie of categorieen) {
      for (const rij of gezien)
        noteer(categorie, rij.bronhouder, 'id' in rij && typeof rij.id === 'string' ? rij.id : null);
      if (gezien.length > 0) continue;
      for (const bronhouder of this.#verleningen.get(categorie)?.keys() ?? []) {
        if (categorieen.every((one) => this.#zonderMeer(one, bronhouder))) noteer(categorie, bronhouder, null);
      }
    }
  }

  #zonderMeer(categorie: string, bronhouder: string): boolean {
    return this.#van(categorie, bronhouder).some(({ beperkingen }) => beperkingen.length === 0);
  }

  #zietVoor(rij: Gegevensrij, categorie: string): boolean {
    const vraag = { categorie, delegatie: this.delegatie, vandaag: this.vandaag };
    return this.#van(categorie, rij.bronhouder).some(({ beperkingen }) =>
      beperkingen.every((beperking) => RIJREGELS[beperking](rij, vraag)),
    );
  }

  #van(categorie: string, bronhouder: string): readonly Verlening[] {
    return this.#verleningen.get(categorie)?.get(bronhouder) ?? [];
  }
}

/** By category, then by bronhouder. */
function inOrder({ verleningen }: Delegatie): Map<string, Map<string, Verlening[]>> {
  const perCategorie = new Map<string, Map<string, Verlening[]>>();
  for (const verlening of verleningen) {
    const perBronhouder = perCategorie.get(verlening.categorie) ?? new Map<string, Verlening[]>();
    perCategorie.set(verlening.categorie, perBronhouder);
    perBronhouder.set(verlening.bronhouder, [...(perBronhouder.get(verlening.bronhouder) ?? []), verlening]);
  }
  return perCategorie;
}
