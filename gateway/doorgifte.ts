import type { Deelgraaf } from '../schema/domain/deelgraaf';
import type { NietDoorgeven } from '../schema/domain/herkomst';

interface Grond {
  /** By coordinate, the fields of the same entity that are sent along to work it out. */
  readonly vereisten: ReadonlyMap<string, readonly string[]>;
  readonly labels: ReadonlyMap<string, { readonly subgraaf: Deelgraaf }>;
  /** Partner id of the host of each source. */
  readonly hostIds: ReadonlyMap<string, string>;
}

/**
 * What, in one request, may not be sent on from one source to another, as the first of them said: a bronhouder gives it to
 * who asks, and not to that host. What would be worked out of it is not known then: too low is worse than none.
 */
export class Doorgifte {
  /** By entity and field, the hosts to whom it may not go. */
  private readonly niet = new Map<string, Set<string>>();

  constructor(private readonly grond: Grond) {}

  /** What a source says of what another gives is said by nobody. */
  add(subgraaf: string, told: readonly NietDoorgeven[]): void {
    if (told.length === 0) return;
    const served = new Set<string>();
    for (const [one, label] of this.grond.labels) if (label.subgraaf === subgraaf) served.add(nameIn(one));
    for (const { coordinaat, id, aan } of told) {
      if (!served.has(nameIn(coordinaat))) continue;
      const key = keyOf(id, nameIn(coordinaat));
      const known = this.niet.get(key) ?? new Set();
      this.niet.set(key, known);
      for (const partner of aan) known.add(partner);
    }
  }

  /** An entity as it is sent to a source: in the place of a value that may not go there is nothing, as where there is none. */
  sent(representation: Readonly<Record<string, unknown>>, subgraaf: string): Record<string, unknown> {
    const { __typename: type, id } = representation;
    if (this.niet.size === 0 || typeof id !== 'string') return { ...representation };
    const sent = ([name, value]: [string, unknown]): [string, unknown] =>
      this.blijft(`${String(type)}.${name}`, id, subgraaf) ? [name, null] : [name, value];
    return Object.fromEntries(Object.entries(representation).map(sent));
  }

  /** It, or something that it was worked out of, may not go to the host of that source. */
  blijft(coordinaat: string, id: string, subgraaf: string): boolean {
    const host = this.grond.hostIds.get(subgraaf);
    const itself = host !== undefined && this.niet.get(keyOf(id, nameIn(coordinaat)))?.has(host) === true;
    return itself || this.madeOf(coordinaat).some((one) => this.blijft(one, id, subgraaf));
  }

  /** Whether what a value of this entity is worked out of was not sent to who works it out, or could itself not be. */
  ontbreekt(coordinaat: string, id: string): boolean {
    if (this.niet.size === 0) return false;
    const subgraaf = this.grond.labels.get(coordinaat)?.subgraaf ?? '';
    return this.madeOf(coordinaat).some((one) => this.blijft(one, id, subgraaf) || this.ontbreekt(one, id));
  }

  private madeOf(coordinaat: string): string[] {
    const type = coordinaat.slice(0, coordinaat.indexOf('.'));
    return (this.grond.vereisten.get(coordinaat) ?? []).map((name) => `${type}.${name}`);
  }
}

function nameIn(coordinaat: string): string {
  return coordinaat.slice(coordinaat.indexOf('.') + 1);
}

/** By the name of the field alone: a source may know an entity under another type (@interfaceObject), and its id is nobody else's. */
function keyOf(id: string, name: string): string {
  return JSON.stringify([id, name]);
}
