import type { Inzageregel } from './askInzage';

/** A kind of datum, and on which days it went. */
interface Inzagegegeven {
  readonly label: string;
  readonly categorie: string;
  readonly artikel: string;
  readonly dagen: readonly string[];
  /** In words: what else there is to know of it. */
  readonly opmerkingen: readonly string[];
}

/** What one bronhouder gave one partner, for one purpose. */
export interface Verstrekking {
  readonly van: string;
  readonly aan: string;
  readonly doel: string | null;
  readonly kader: string | null;
  readonly convenant: string | null;
  readonly gegevens: readonly Inzagegegeven[];
}

/** Puts together what belongs together, so that a person can read it. */
export function groupInzage(regels: readonly Inzageregel[]): Verstrekking[] {
  const groups = groupBy(regels, ({ van, aan, doel, kader, convenant }) => [van, aan, doel, kader, convenant]);
  return groups.map(([{ van, aan, doel, kader, convenant }, within]) => {
    const kinds = groupBy(within, (one) => [one.label, one.categorie, one.artikel, tellOpmerkingen(one)]);
    const gegevens = kinds.map(([first, days]): Inzagegegeven => {
      const { label, categorie, artikel } = first;
      const dagen = [...new Set(days.map(({ dag }) => dag))].sort();
      return { label, categorie, artikel, dagen, opmerkingen: tellOpmerkingen(first) };
    });
    return { van, aan, doel, kader, convenant, gegevens };
  });
}

function tellOpmerkingen({ weg, betreft, niets, aangekomen, van, aan }: Inzageregel): string[] {
  return [
    ...(weg === 'BRON' ? [`${aan} beheert een bron die werd bevraagd, en hoorde daardoor dit van ${van}`] : []),
    ...(betreft === 'CASUS' ? ['dit ging over uw zaak als geheel'] : []),
    ...(niets ? ['er is alleen verteld dat er niets was'] : []),
    ...(aangekomen ? [] : ['dit stond klaar, maar het is niet zeker of het (helemaal) is aangekomen']),
  ];
}

/** Groups in the order of what they say, each with its first member. */
function groupBy<T>(items: readonly T[], say: (item: T) => unknown): (readonly [T, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(say(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => (members[0] === undefined ? [] : [[members[0], members] as const]));
}
