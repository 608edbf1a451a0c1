import type { Recordinhoud, Verstrekkingsregel } from '../../schema/domain/registerregel';
import type { Gegevensrecord } from './records';

/** One value, or the lack of any, of one record at most. */
export type Verstrekt = Omit<Verstrekkingsregel, 'records'> & { readonly record: Gegevensrecord | null };

interface Line {
  readonly first: Verstrekt;
  aantal: number;
  readonly records: Set<Gegevensrecord>;
}

/** Adds up what an answer disclosed: one line per supplier, category, field and person, however many values. */
export class Verstrekkingen {
  private readonly added: Verstrekt[] = [];

  add(verstrekt: Verstrekt): void {
    this.added.push(verstrekt);
  }

  /** Where the writing is now, to come back to. */
  mark(): number {
    return this.added.length;
  }

  /** What was written since became null after all: it was not disclosed. */
  backTo(mark: number): void {
    this.added.length = mark;
  }

  /** The lines; called when all is written, for only then is it known what of each record is in the answer. */
  regels(): Verstrekkingsregel[] {
    const lines = new Map<string, Line>();
    for (const one of this.added) {
      const key = keyOf(one);
      let line = lines.get(key);
      if (line === undefined) lines.set(key, (line = { first: one, aantal: 0, records: new Set() }));
      line.aantal += one.aantal;
      if (one.record !== null) line.records.add(one.record);
    }
    return [...lines.values()].map(({ first: { record: _, ...regel }, aantal, records }) => ({
      ...regel,
      aantal,
      records: eachOnce(records),
    }));
  }
}

/** Only the id of a person comes from a source and can hold anything, so it stands last. */
function keyOf({ bronhouder, categorie, coordinaat, persoon }: Verstrekt): string {
  return `${bronhouder} ${categorie} ${coordinaat}${persoon === null ? '' : ` ${persoon}`}`;
}

/** A record can stand at several places of an answer; with the same of it (the digest covers its name), it was given once. */
function eachOnce(records: ReadonlySet<Gegevensrecord>): Recordinhoud[] {
  const found = new Map<string, Recordinhoud>();
  for (const record of records) {
    const regel = record.toRegel();
    found.set(regel.inhoud, regel);
  }
  return [...found.values()];
}
