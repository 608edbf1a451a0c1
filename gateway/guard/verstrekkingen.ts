import { getNullableType, isListType } from 'graphql';
import type { Recordinhoud, Verstrekkingsregel } from '../../schema/domain/registerregel';
import type { Toekenning } from '../../schema/domain/besluit';
import type { Veld } from '../../schema/domain/selectie';
import { type Grantgrond, grantsOf, unconditional } from './grantsOf';
import type { Plaats } from './plaats';
import { type Gegevensrecord, type Records, workedOut } from './records';
import { type Herkomstgrond, toldBy, writtenUnder } from './writtenUnder';

/** One value, or the lack of any, of one record at most. */
type Verstrekt = Omit<Verstrekkingsregel, 'records'> & { readonly record: Gegevensrecord | null };

interface Line {
  readonly first: Verstrekt;
  aantal: number;
  readonly records: Set<Gegevensrecord>;
}

/** Adds up what an answer disclosed: one line per supplier, category, field and person, however many values. */
export class Verstrekkingen {
  private readonly added: Verstrekt[] = [];

  constructor(
    private readonly ground: Grantgrond & { readonly herkomsten: Herkomstgrond },
    private readonly records: Records,
  ) {}

  /** A value, or an object, that passed by these grants. */
  given(veld: Veld, plaats: Plaats, granted: readonly Toekenning[], leaf: unknown): void {
    // Most of an answer says itself whose it is.
    if (plaats.entiteit === null || veld.onder !== null) return this.note(veld.coordinaat, plaats, granted, 1);
    for (const { toekenning, records } of writtenUnder(this.ground, veld, plaats, granted)) {
      this.note(veld.coordinaat, plaats, [toekenning], 1);
      for (const row of records) {
        const record = workedOut(veld.coordinaat, row, leaf);
        this.note(veld.coordinaat, { ...plaats, record }, [toekenning], 0);
      }
    }
  }

  /**
   * An empty list tells that there is nothing, or nothing to be seen: only the first is a disclosure. One of a union tells
   * at least that of itself: what would have stood in it has grants of its own. Where records of several could have stood,
   * each of those who are asked without a condition told that he has none.
   */
  none(veld: Veld, plaats: Plaats): void {
    const ofPlace = grantsOf(this.ground, veld, plaats) ?? [];
    const several = this.records.areIn(veld);
    const others = several && (veld.onder?.leden ?? null) === null ? unconditional(veld.besluit) : [];
    const known = new Set(ofPlace.map(({ bronhouder }) => bronhouder));
    const all = [...ofPlace, ...others.filter(({ bronhouder }) => !known.has(bronhouder))];
    this.note(veld.coordinaat, { ...plaats, record: several ? null : plaats.record }, all, 0);
  }

  /** As `none`, of a place for one record, or of a value worked out of records: null tells no less than an empty list. */
  nothing(veld: Veld, plaats: Plaats): void {
    if (isListType(getNullableType(veld.type)) || veld.besluit?.uitkomst !== 'ALLOW') return;
    const told = veld.besluit.categorieen.flatMap((categorie) => toldBy(this.ground, veld, plaats, categorie));
    const silent = told.filter(({ records }) => records.length === 0).map(({ toekenning }) => toekenning);
    const all = this.records.areIn(veld) ? unconditional(veld.besluit) : silent;
    this.note(veld.coordinaat, { ...plaats, record: null }, all, 0);
  }

  note(coordinaat: string, { persoon, record }: Plaats, granted: readonly Toekenning[], aantal: number): void {
    for (const { bronhouder, categorie, artikel, eigen } of granted) {
      this.added.push({ bronhouder, categorie, coordinaat, persoon, artikel, eigen, aantal, record });
    }
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
