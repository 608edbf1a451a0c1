import type { Betreft, Herkomst } from '../../../schema/domain/herkomst';

/** What is told of rows that a resolver looked at, for one category. */
export type Noteer = (categorie: string, bronhouder: string, record: string | null) => void;

/** Keeps for one request out of whose rows its values were worked out, to tell the hub who gave them. */
export class Herkomstboek {
  /** By coordinate, entity and category: bronhouder to his rows. */
  readonly #notities = new Map<string, Map<string, Set<string>>>();

  /** By type and id of an entity: the person whom it is about. */
  readonly #personen = new Map<string, Betreft>();

  /** This entity, of which something was shown, is about this person. */
  betreft(type: string, id: string, persoon: string): void {
    this.#personen.set(JSON.stringify([type, id]), { type, id, persoon });
  }

  personen(): Betreft[] {
    return [...this.#personen].sort(byKey).map(([, betreft]) => betreft);
  }

  /** A pen for one field of one entity. */
  bij(coordinaat: string, id: string): Noteer {
    return (categorie, bronhouder, record) => {
      const key = JSON.stringify([coordinaat, id, categorie]);
      const van = this.#notities.get(key) ?? new Map<string, Set<string>>();
      this.#notities.set(key, van);
      const records = van.get(bronhouder) ?? new Set();
      van.set(bronhouder, records);
      if (record !== null) records.add(record);
    };
  }

  /** In an order that no row changes: which field was ready first may hang on what is withheld. */
  lijst(): Herkomst[] {
    return [...this.#notities].sort(byKey).map(([key, van]) => {
      const [coordinaat, id, categorie] = JSON.parse(key) as [string, string, string];
      return {
        coordinaat,
        id,
        categorie,
        van: [...van].sort(byKey).map(([bronhouder, records]) => ({ bronhouder, records: [...records].sort() })),
      };
    });
  }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
