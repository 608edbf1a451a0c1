import { GEEN, type Situaties, without } from '../cellen/situaties';
import type { Cel } from './cel';
import type { Ontvangerzicht } from './ontvangerzicht';
import type { Opening } from './opening';

/**
 * What opens only where hosts are missing: a field that no longer needs one. Fewer missing first, so that each is told
 * with as few as it takes.
 */
export function findZonderBron(
  before: Ontvangerzicht,
  after: Ontvangerzicht,
  cellen: readonly Cel[],
  hosts: readonly string[],
): Opening[] {
  if (asksTheSame(before, after, cellen)) return [];
  const told = new Map<Cel, Situaties>();
  for (const cel of cellen) told.set(cel, without(after.zichtbaar(cel), before.zichtbaar(cel)));
  return subsets(hosts).flatMap((zonder) => {
    const [was, now] = [before.zonder(zonder), after.zonder(zonder)];
    return cellen.flatMap((cel): Opening[] => {
      const known = told.get(cel) ?? GEEN;
      const waar = without(without(now.zichtbaar(cel), was.zichtbaar(cel)), known);
      if (waar === GEEN) return [];
      told.set(cel, known | waar);
      const rest = { zichtbaar: true, ontvanger: after.ontvanger, cel, wegen: [], was: [], vertelt: [] };
      return [{ ...rest, soort: 'ZONDER_BRON', zonder, waar }];
    });
  });
}

/** Every choice of one or more, the smallest first. */
function subsets(items: readonly string[]): string[][] {
  const all = items.reduce<string[][]>((found, item) => [...found, ...found.map((one) => [...one, item])], [[]]);
  return all.filter((one) => one.length > 0).sort((a, b) => a.length - b.length);
}

/** Where no more is granted than before, and asking it tells the same hosts, nothing opens with hosts missing either. */
function asksTheSame(before: Ontvangerzicht, after: Ontvangerzicht, cellen: readonly Cel[]): boolean {
  const hostsOf = (zicht: Ontvangerzicht, cel: Cel): string =>
    zicht
      .vertelt(cel)
      .map(({ partner }) => partner)
      .sort()
      .join();
  return (
    before.graaf === after.graaf &&
    cellen.every((cel) => before.verleend(cel) === after.verleend(cel) && hostsOf(before, cel) === hostsOf(after, cel))
  );
}
