import type { Deelgraaf } from '../schema/domain/deelgraaf';
import type { Herkomstgever, Verteld } from '../schema/domain/herkomst';

/** What the sources told, during one request, of whose rows they made their values. */
export class Herkomsten {
  /** By source, entity and category; then by coordinate. */
  private readonly told = new Map<string, Map<string, Herkomstgever[]>>();

  private readonly personen = new Map<string, string>();

  add(subgraaf: string, { herkomst, betreft }: Omit<Verteld, 'nietDoorgeven'>): void {
    for (const { type, id, persoon } of betreft) this.personen.set(keyOf(subgraaf, type, id), persoon);
    for (const { coordinaat, id, categorie, van } of herkomst) {
      const key = keyOf(subgraaf, id, categorie);
      const known = this.told.get(key) ?? new Map<string, Herkomstgever[]>();
      this.told.set(key, known);
      // Asked in two fetches, the field was made twice, of the same rows or of what changed in between.
      const earlier = known.get(coordinaat);
      if (earlier === undefined) known.set(coordinaat, [...van]);
      else for (const gever of van) earlier.push(gever);
    }
  }

  /** About whom a record of this source is; null: it did not say. */
  betreft(subgraaf: Deelgraaf, type: string, id: string): string | null {
    return this.personen.get(keyOf(subgraaf, type, id)) ?? null;
  }

  /**
   * Who gave what this source used of a category for a field; null as coordinate: for whatever of it another source was
   * sent to work with, for which field is not known.
   */
  find(subgraaf: Deelgraaf, coordinaat: string | null, id: string, categorie: string): readonly Herkomstgever[] {
    const known = this.told.get(keyOf(subgraaf, id, categorie));
    if (known === undefined) return [];
    return coordinaat === null ? [...known.values()].flat() : (known.get(coordinaat) ?? []);
  }
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
