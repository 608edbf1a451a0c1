import type { Verstrekkingsregel } from '../../schema/domain/registerregel';

/** Adds up what an answer disclosed: one line per supplier, category, field and person, however many values. */
export class Verstrekkingen {
  private readonly added: Verstrekkingsregel[] = [];

  add(regel: Verstrekkingsregel): void {
    this.added.push(regel);
  }

  /** Where the writing is now, to come back to. */
  mark(): number {
    return this.added.length;
  }

  /** What was written since became null after all: it was not disclosed. */
  backTo(mark: number): void {
    this.added.length = mark;
  }

  regels(): Verstrekkingsregel[] {
    const lines = new Map<string, Verstrekkingsregel>();
    for (const regel of this.added) {
      const { bronhouder, categorie, coordinaat, persoon } = regel;
      const key = JSON.stringify([bronhouder, categorie, coordinaat, persoon]);
      const known = lines.get(key);
      lines.set(key, known === undefined ? regel : { ...known, aantal: known.aantal + regel.aantal });
    }
    return [...lines.values()];
  }
}
