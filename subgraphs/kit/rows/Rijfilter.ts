import { isGegevensrij, isSameForRules, type Gegevensrij } from './Gegevensrij';
import type { Zicht } from './Zicht';

/** The record to which a value belongs; null: to none (the list a root field returns). */
type Omhullend = Gegevensrij | null;

/**
 * Withholds what a requester may not see from the value of a field. Remembers, for one request, of which record each
 * value object is a part.
 */
export class Rijfilter {
  readonly #omhullend = new WeakMap<object, Omhullend>();

  constructor(private readonly zicht: Zicht) {}

  /**
   * @param value what the resolver returned
   * @param parent the object of which it is a field; undefined at the root
   * @param standaard the record of a parent that carries no bronhouder and is part of nothing: the host's, for an entity
   */
  toon(value: unknown, parent: unknown, standaard: Omhullend, categorieen: readonly string[]): unknown {
    return this.#toonEen(value, this.#recordVan(parent, standaard), categorieen) ? value : null;
  }

  /** As `toon`, for a list of objects: its rows. None left is an empty list, just as when there were none. */
  toonRijen(items: readonly unknown[], parent: unknown, standaard: Omhullend, categorieen: readonly string[]): unknown {
    const omhullend = this.#recordVan(parent, standaard);
    return items.filter((item) => this.#toonEen(item, omhullend, categorieen));
  }

  /** The record of which these are fields may be seen for them. */
  toontOmhullend(parent: unknown, standaard: Omhullend, categorieen: readonly string[]): boolean {
    return this.#ziet(this.#recordVan(parent, standaard), categorieen);
  }

  #toonEen(value: unknown, omhullend: Omhullend, categorieen: readonly string[]): boolean {
    if (!isObject(value) || Array.isArray(value)) return this.#ziet(omhullend, categorieen);
    if (isGegevensrij(value)) return this.#ziet(value, categorieen);
    const eerder = this.#omhullend.get(value);
    // One value object under two records would be judged by whichever came last.
    if (eerder !== undefined && !isSame(eerder, omhullend)) throw new Error('a value object belongs to one record');
    this.#omhullend.set(value, omhullend);
    return this.#ziet(omhullend, categorieen);
  }

  #recordVan(parent: unknown, standaard: Omhullend): Omhullend {
    if (!isObject(parent)) return standaard;
    if (isGegevensrij(parent)) return parent;
    const omhullend = this.#omhullend.get(parent);
    return omhullend === undefined ? standaard : omhullend;
  }

  #ziet(rij: Omhullend, categorieen: readonly string[]): boolean {
    return rij === null ? this.zicht.onvoorwaardelijk(categorieen) : this.zicht.ziet(rij, categorieen);
  }
}

function isSame(a: Omhullend, b: Omhullend): boolean {
  return a === b || (a !== null && b !== null && isSameForRules(a, b));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
