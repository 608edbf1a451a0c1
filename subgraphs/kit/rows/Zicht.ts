import type { Delegatie, Verlening } from '../../../schema/domain/delegatie';
import { RIJREGELS } from '../beperkingen/rijregels';
import type { Gegevensrij } from './Gegevensrij';

/**
 * What one requester may see of rows: the verleningen of his delegation, applied. A row is visible for a category iff
 * some verlening of that category, by the bronhouder of the row, has all its beperkingen hold for the row.
 */
export class Zicht {
  readonly #verleningen = new Map<string, Map<string, Verlening[]>>();

  constructor(
    private readonly delegatie: Delegatie,
    private readonly vandaag: string,
  ) {
    for (const verlening of delegatie.verleningen) {
      const perBronhouder = this.#verleningen.get(verlening.categorie) ?? new Map<string, Verlening[]>();
      this.#verleningen.set(verlening.categorie, perBronhouder);
      perBronhouder.set(verlening.bronhouder, [...(perBronhouder.get(verlening.bronhouder) ?? []), verlening]);
    }
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
    return categorieen.every((categorie) => this.#zietVoor(rij, categorie));
  }

  /** The rows that may be seen for all of these categories: for a resolver that computes from rows. */
  zichtbaar<Rij extends Gegevensrij>(rijen: readonly Rij[], categorieen: readonly string[]): Rij[] {
    return rijen.filter((rij) => this.ziet(rij, categorieen));
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
