import type { Entry } from '../../../../gateway/register/reader/entry';
import type { RegisterReader } from '../../../../gateway/register/reader/openReader';

/** A register of which the texts are given; what is not in it was destroyed. `asked` counts what was looked up. */
export function paperReader(
  entries: readonly Entry[],
  size = Math.max(-1, ...entries.map(({ nr }) => nr)) + 1,
): RegisterReader & { readonly asked: { next: number; numbered: number } } {
  const sorted = [...entries].sort((a, b) => a.nr - b.nr);
  const asked = { next: 0, numbered: 0 };
  return {
    asked,
    pointedTo: async function* () {
      yield* [];
    },
    from: async function* (nr) {
      yield* sorted.filter((one) => one.nr >= nr);
    },
    byId: async (id) => sorted.find((one) => one.id === id) ?? null,
    next: async (nr) => {
      asked.next += 1;
      return sorted.find((one) => one.nr >= nr) ?? null;
    },
    numbered: async (nrs) => {
      asked.numbered += 1;
      return sorted.filter((one) => nrs.includes(one.nr));
    },
    standen: async () => sorted.filter(({ soort }) => soort === 'START' || soort === 'REGELS'),
    lastStap: async () => null,
    size: async () => size,
    personKey: async () => null,
    keyById: async () => null,
    medewerker: (id) => id,
    zaakverwijzing: (type, verwijzing) => `${type} ${verwijzing}`,
    close: async () => undefined,
  };
}

export function entry(nr: number, over: Partial<Entry> = {}): Entry {
  const tijdstip = new Date(Date.UTC(2026, 5, 1, 0, nr)).toISOString();
  return { v: 2, nr, id: `regel-${String(nr)}`, tijdstip, soort: 'ANTWOORD', ...over };
}
