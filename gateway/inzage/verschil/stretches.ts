import type { Convenant } from '../../../schema/domain/convenant';

/** Days on which, of one convenant, one version was in force before and one is after. null: none. */
export interface Tijdvak {
  readonly convenant: string;
  /** First day ... */
  readonly van: string;
  /** ... until, not including, this day. */
  readonly tot: string;
  readonly oud: Convenant | null;
  readonly nieuw: Convenant | null;
}

/** Cuts time where a version begins or ends, in either state. No day is left out, not even one that has passed. */
export function stretches(oud: readonly Convenant[], nieuw: readonly Convenant[]): Tijdvak[] {
  const ids = [...new Set([...oud, ...nieuw].map(({ id }) => id))].sort();
  return ids.flatMap((id) => {
    const versies = [...oud, ...nieuw].filter((one) => one.id === id);
    const days = [...new Set(versies.flatMap(({ van, tot }) => [van, tot]))].sort();
    const found: Tijdvak[] = [];
    days.slice(1).forEach((tot, index) => {
      const van = days[index] ?? tot;
      const one = { convenant: id, van, tot, oud: inForce(oud, id, van), nieuw: inForce(nieuw, id, van) };
      if (one.oud === null && one.nieuw === null) return;
      const last = found.at(-1);
      if (last?.tot === van && last.oud === one.oud && last.nieuw === one.nieuw) found.splice(-1, 1, { ...last, tot });
      else found.push(one);
    });
    return found;
  });
}

function inForce(convenanten: readonly Convenant[], id: string, day: string): Convenant | null {
  return convenanten.find((one) => one.id === id && one.van <= day && day < one.tot) ?? null;
}
