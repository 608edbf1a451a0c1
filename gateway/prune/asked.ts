import type { Besluit } from '../../schema/domain/besluit';

/**
 * What an operation asks, as coordinates and names of arguments: with the facts and the rules all that its decisions
 * rest on, so that they can be taken again. Of an argument the name only: its value is the client's, and may name a person.
 */
export class Asked {
  private readonly ways = new Map<string, Set<string>>();
  private readonly undecided = new Set<string>();

  /** @param besluit null: a key, which goes with its object. */
  add(coordinaat: string, argumenten: readonly string[], besluit: Besluit | null): void {
    const named = [...argumenten].sort().join(',');
    const ways = this.ways.get(coordinaat);
    if (ways === undefined) this.ways.set(coordinaat, new Set([named]));
    else ways.add(named);
    if (besluit?.uitkomst === 'UNDECIDED') this.undecided.add(`${coordinaat}(${named})`);
  }

  /** Coordinates, in order. */
  get coordinaten(): readonly string[] {
    return [...this.ways.keys()].sort();
  }

  /** Every way in which a coordinate was asked, of those that were asked with arguments: `Type.field(name,name)`. */
  get argumenten(): readonly string[] {
    return [...this.ways]
      .filter(([, ways]) => ways.size > 1 || !ways.has(''))
      .flatMap(([coordinaat, ways]) => [...ways].map((named) => `${coordinaat}(${named})`))
      .sort();
  }

  /** What could not be decided, and so was denied: `Type.field(name,name)`. */
  get onbeslist(): readonly string[] {
    return [...this.undecided].sort();
  }
}
