import { ALLE, GEEN, type Situaties, without } from '../cellen/situaties';
import { type Cel, categorieenOf } from './cel';
import { dominates } from './dominates';
import { findZonderBron } from './findZonderBron';
import type { Ontvangerzicht } from './ontvangerzicht';
import type { Opening } from './opening';
import { type Wegtekst, splitWegen, tellWegen } from '../cellen/wegtekst';

/**
 * What opens for one receiver between two states of one convenant: exactly, cel by cel and situation by situation, with
 * every host at the table, and with any of them missing.
 *
 * @param before null: the convenant or the receiver was not there, so nothing could be had.
 * @param cellen every cel of the state after.
 * @param hosts partner ids of all hosts, before and after.
 */
export function findOpenings(
  before: Ontvangerzicht | null,
  after: Ontvangerzicht,
  cellen: readonly Cel[],
  hosts: readonly string[],
): Opening[] {
  const compare = new Comparison(before, after);
  const openings = cellen.flatMap((cel) => compare.openings(cel));
  return before === null ? openings : [...openings, ...findZonderBron(before, after, cellen, hosts)];
}

/** Situations in which exactly these ways stand open. */
interface Deel {
  readonly waar: Situaties;
  readonly wegen: readonly Wegtekst[];
}

class Comparison {
  readonly #implied = new Map<string, Situaties>();
  readonly #parts = new Map<string, readonly Deel[]>();

  constructor(
    private readonly before: Ontvangerzicht | null,
    private readonly after: Ontvangerzicht,
  ) {}

  openings(cel: Cel): Opening[] {
    const { before, after } = this;
    const granted = after.verleend(cel);
    if (granted === GEEN) return [];
    const visible = after.zichtbaar(cel);
    const wasGranted = before?.verleend(cel) ?? GEEN;
    const wasVisible = before?.zichtbaar(cel) ?? GEEN;
    const wider = without(granted & wasGranted, this.#kept(cel));
    const hidden = without(granted, visible);
    return [
      ...this.#seen('NIEUW', true, cel, without(visible, wasVisible)),
      ...this.#seen('RUIMER', true, cel, visible & wasVisible & wider),
      ...this.#seen('NIEUW', false, cel, without(hidden, wasGranted)),
      ...this.#seen('RUIMER', false, cel, hidden & wider),
      ...this.#told(cel, visible & wasVisible),
    ];
  }

  /** When nothing that comes now did not come before: every category then asked is implied by one asked now. */
  #kept(cel: Cel): Situaties {
    const { before, after } = this;
    if (before === null) return GEEN;
    const now = categorieenOf(after.stand, cel);
    return categorieenOf(before.stand, cel).reduce<Situaties>(
      (all, was) => all & now.reduce<Situaties>((any, one) => any | this.#impliedBy(one, was, before), GEEN),
      ALLE,
    );
  }

  /** When each way of the one category, now, was at least as wide a way of the other, before. */
  #impliedBy(now: string, was: string, before: Ontvangerzicht): Situaties {
    const key = `${now} ${was}`;
    const known = this.#implied.get(key);
    if (known !== undefined) return known;
    const { after } = this;
    const fresh = after.wegen(now).reduce<Situaties>((all, weg) => {
      const next = { weg, categorie: now, ontvanger: after.ontvanger };
      const matched = before
        .wegen(was)
        .filter((one) => dominates({ weg: one, categorie: was, ontvanger: before.ontvanger }, next))
        .reduce<Situaties>((any, { waar }) => any | waar, GEEN);
      return all | without(weg.waar, matched);
    }, GEEN);
    const implied = without(ALLE, fresh);
    this.#implied.set(key, implied);
    return implied;
  }

  #seen(soort: 'NIEUW' | 'RUIMER', zichtbaar: boolean, cel: Cel, waar: Situaties): Opening[] {
    if (waar === GEEN) return [];
    const { before, after } = this;
    const rest = { soort, zichtbaar, ontvanger: after.ontvanger, cel, vertelt: after.vertelt(cel), zonder: [] };
    return this.#split(after, cel, waar).flatMap(([here, wegen]): Opening[] => {
      // His own data no convenant grants him: where no query gets to it, nothing opens.
      if (!zichtbaar && wegen.every(({ eigen }) => eigen)) return [];
      return soort === 'NIEUW' || before === null
        ? [{ ...rest, wegen, was: [], waar: here }]
        : this.#split(before, cel, here).map(([both, was]) => ({ ...rest, wegen, was, waar: both }));
    });
  }

  /** Asking may tell a host what it did not before. */
  #told(cel: Cel, waar: Situaties): Opening[] {
    const { before, after } = this;
    if (before === null || waar === GEEN) return [];
    const was = before.vertelt(cel);
    const vertelt = after
      .vertelt(cel)
      .filter((one) => !was.some(({ partner, categorie }) => partner === one.partner && categorie === one.categorie));
    if (vertelt.length === 0) return [];
    const rest = { zichtbaar: true, ontvanger: after.ontvanger, cel, wegen: [], was: [], zonder: [] };
    return [{ ...rest, soort: 'VERTELT', vertelt, waar }];
  }

  /** The situations by the ways that stand open in them, all categories of the cel together. */
  #split(zicht: Ontvangerzicht, cel: Cel, waar: Situaties): [Situaties, readonly Wegtekst[]][] {
    let split: [Situaties, readonly Wegtekst[]][] = [[waar, []]];
    for (const categorie of categorieenOf(zicht.stand, cel)) {
      split = split.flatMap(([here, wegen]) =>
        this.#partsOf(zicht, categorie).flatMap((deel): [Situaties, readonly Wegtekst[]][] => {
          const inside = here & deel.waar;
          return inside === GEEN ? [] : [[inside, [...wegen, ...deel.wegen]]];
        }),
      );
    }
    return split;
  }

  #partsOf(zicht: Ontvangerzicht, categorie: string): readonly Deel[] {
    const key = `${zicht === this.after ? 'nu' : 'was'} ${categorie}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const parts = splitWegen(zicht.wegen(categorie)).map(({ waar, open }) => {
      return { waar, wegen: tellWegen(categorie, open, zicht.ontvanger, zicht.partijen) };
    });
    this.#parts.set(key, parts);
    return parts;
  }
}
