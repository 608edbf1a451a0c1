import { type Graaf, type Stap, WORTELS, lidstap } from './graaf';
import { ALLE, GEEN, type Situaties } from './situaties';

/**
 * When an object of each type can be reached by an operation at all, if each field can be asked when `open` says so: what
 * stands below a refused field can't be seen, whatever the convenant says of it.
 */
export function bereikVan(graaf: Graaf, open: (stap: Stap) => Situaties): ReadonlyMap<string, Situaties> {
  const bereik = new Map<string, Situaties>(WORTELS.map((wortel) => [wortel, ALLE]));
  const todo = [...WORTELS];
  for (let type = todo.pop(); type !== undefined; type = todo.pop()) {
    const here = bereik.get(type) ?? GEEN;
    for (const stap of graaf.get(type) ?? []) {
      if (stap.naar.length === 0) continue;
      const arrives = here & open(stap);
      for (const target of stap.naar) {
        const lid = lidstap(graaf, stap, target);
        const enters = lid === null ? arrives : lid === undefined ? GEEN : arrives & open(lid);
        const known = bereik.get(target) ?? GEEN;
        if ((known | enters) === known) continue;
        bereik.set(target, known | enters);
        todo.push(target);
      }
    }
  }
  return bereik;
}
