/** One of those out of whose rows a value was worked out. */
export interface Herkomstgever {
  /** OIN. */
  readonly bronhouder: string;
  /** References of his rows that counted; none: that he has none is what he told. */
  readonly records: readonly string[];
}

/** Each of them once, with all of his rows: a field that was asked in two fetches was told of twice. */
export function oncePerGever(told: readonly Herkomstgever[]): Herkomstgever[] {
  const found = new Map<string, Set<string>>();
  for (const { bronhouder, records } of told) {
    const known = found.get(bronhouder) ?? new Set();
    found.set(bronhouder, known);
    for (const record of records) known.add(record);
  }
  return [...found].map(([bronhouder, records]) => ({ bronhouder, records: [...records] }));
}

/**
 * Out of whose rows a source worked out one value, as far as the requester may see them. It decides what is written down
 * and never what is released; a source sends it beside its answer, in `extensions.herkomst`.
 */
export interface Herkomst {
  /** `Type.field`. */
  readonly coordinaat: string;
  /** Id of the entity on which it stands. */
  readonly id: string;
  /** For which category the rows were looked at. */
  readonly categorie: string;
  readonly van: readonly Herkomstgever[];
}

/** About whom a record is that is no record of a person by its place in the graph: an advies in a casus. */
export interface Betreft {
  /** Type of the graph. */
  readonly type: string;
  readonly id: string;
  /** Opaque id of the person. */
  readonly persoon: string;
}

/**
 * To which partners a value may not be sent on, to work something out of it: a bronhouder of whose rows it was made has a
 * bezwaar against them (WGS 1.5(1)).
 */
export interface NietDoorgeven {
  /** `Type.field`. */
  readonly coordinaat: string;
  /** Id of the entity on which it stands. */
  readonly id: string;
  /** Partner ids. */
  readonly aan: readonly string[];
}

/** What a source tells beside its answer. The first two are for the register alone, and decide nothing. */
export interface Verteld {
  readonly herkomst: readonly Herkomst[];
  readonly betreft: readonly Betreft[];
  readonly nietDoorgeven: readonly NietDoorgeven[];
}
