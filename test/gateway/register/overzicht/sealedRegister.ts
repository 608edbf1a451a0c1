import { createHash } from 'node:crypto';
import type { Entry } from '../../../../gateway/register/reader/entry';
import type { RegisterReader } from '../../../../gateway/register/reader/openReader';
import { keyVerwijzing } from '../../../../gateway/register/keyRecord';
import { pseudonym } from '../../../../gateway/register/pseudonym';
import { personsIn, sealEntry } from '../../../../gateway/register/writer/sealEntry';
import type { Registerregel } from '../../../../schema/domain/registerregel';

const KEY = new Uint8Array(32).fill(7);

/** Key of a person: the same in every register, so that two of them can be held against each other. */
export const sleutelVan = (persoon: string) => {
  const key = createHash('sha256').update(persoon).digest();
  return { id: `sleutel-${persoon}`, key };
};

/** A line, and when it was written. */
export interface Written {
  readonly regel: Registerregel;
  readonly tijdstip: string;
  /** Its receipt; left out: made up. */
  readonly id?: string;
}

/** A register without a disk: lines as the writer seals them, found by the pointers that it writes. */
export function sealedRegister(lines: readonly Written[]): RegisterReader {
  const keys = new Map<string, Buffer>();
  const rows = lines.map(({ regel, tijdstip, id }, nr) => {
    const persons = new Map(personsIn(regel).map((persoon) => [persoon, sleutelVan(persoon)]));
    for (const one of persons.values()) keys.set(one.id, one.key);
    const bewijs = { id: id ?? `bewijs-${String(nr)}`, tijdstip };
    const sealed = sealEntry(regel, bewijs, { registerKey: KEY, keys: persons, made: [] });
    const entry: Entry = { ...(JSON.parse(sealed.tekst) as Omit<Entry, 'nr'>), nr };
    return { entry, wijzers: sealed.wijzers };
  });
  const entries = rows.map(({ entry }) => entry);
  return {
    pointedTo: async function* (soort, sleutel, nr = 0) {
      for (const { entry, wijzers } of rows) {
        if (entry.nr >= nr && wijzers.some(([kind, key]) => kind === soort && key === sleutel)) yield entry;
      }
    },
    from: async function* (nr) {
      yield* entries.slice(nr);
    },
    byId: async (id) => entries.find((one) => one.id === id) ?? null,
    next: async (nr) => entries[nr] ?? null,
    numbered: async (nrs) => entries.filter(({ nr }) => nrs.includes(nr)),
    standen: async () => [],
    lastStap: async () => null,
    size: async () => entries.length,
    personKey: async (persoon) => (keys.has(sleutelVan(persoon).id) ? sleutelVan(persoon) : null),
    keyById: async (id) => keys.get(id) ?? null,
    medewerker: (id) => pseudonym(KEY, 'medewerker', id),
    zaakverwijzing: (type, verwijzing) => keyVerwijzing(KEY, type, verwijzing),
    close: async () => undefined,
  };
}
