import type { Verstrekkingsregel } from '../../schema/domain/registerregel';

/** Adds up what an answer disclosed: one line per supplier, category, field and person, however many values. */
export class Verstrekkingen {
  private readonly lines = new Map<string, Verstrekkingsregel>();

  add(regel: Verstrekkingsregel): void {
    const { bronhouder, categorie, coordinaat, persoon } = regel;
    const key = JSON.stringify([bronhouder, categorie, coordinaat, persoon]);
    const known = this.lines.get(key);
    this.lines.set(key, known === undefined ? regel : { ...known, aantal: known.aantal + regel.aantal });
  }

  regels(): Verstrekkingsregel[] {
    return [...this.lines.values()];
  }
}
