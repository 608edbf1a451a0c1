import type { Betreft, Herkomst, NietDoorgeven } from '../../../schema/domain/herkomst';

/** What is told of the rows that a resolver looked at. */
export interface Pen {
  /** For one category: whose row it was. */
  readonly noteer: (categorie: string, bronhouder: string, record: string | null) => void;
  /** That what is made of them may not be sent on to these partners. */
  readonly nietDoor: (partners: readonly string[]) => void;
}

/** Keeps for one request out of whose rows its values were worked out, to tell the hub who gave them. */
export class Herkomstboek {
  /** By coordinate, entity and category: bronhouder to his rows. */
  readonly #notities = new Map<string, Map<string, Set<string>>>();

  /** By type and id of an entity: the person whom it is about. */
  readonly #personen = new Map<string, Betreft>();

  /** By coordinate and entity: to whom the value may not be sent on. */
  readonly #nietDoor = new Map<string, Set<string>>();

  /** This entity, of which something was shown, is about this person. */
  betreft(type: string, id: string, persoon: string): void {
    this.#personen.set(JSON.stringify([type, id]), { type, id, persoon });
  }

  personen(): Betreft[] {
    return [...this.#personen].sort(byKey).map(([, betreft]) => betreft);
  }

  /** A pen for one field of one entity. */
  bij(coordinaat: string, id: string): Pen {
    const noteer: Pen['noteer'] = (categorie, bronhouder, record) => {
      const key = JSON.stringify([coordinaat, id, categorie]);
      const van = this.#notities.get(key) ?? new Map<string, Set<string>>();
      this.#notities.set(key, van);
      const records = van.get(bronhouder) ?? new Set();
      van.set(bronhouder, records);
      if (record !== null) records.add(record);
    };
    const nietDoor: Pen['nietDoor'] = (partners) => {
      if (partners.length === 0) return;
      const key = JSON.stringify([coordinaat, id]);
      const aan = this.#nietDoor.get(key) ?? new Set();
      this.#nietDoor.set(key, aan);
      for (const partner of partners) aan.add(partner);
    };
    return { noteer, nietDoor };
  }

  /** Values that may not be sent on to everybody to whom they would be. */
  nietDoorgeven(): NietDoorgeven[] {
    return [...this.#nietDoor].sort(byKey).map(([key, aan]) => {
      const [coordinaat, id] = JSON.parse(key) as [string, string];
      return { coordinaat, id, aan: [...aan].sort() };
    });
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
