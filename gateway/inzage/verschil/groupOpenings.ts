import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { ROLLEN, type Rol } from '../../../schema/domain/rol';
import { PARTNERROLLEN } from '../../decide/situatie';
import { type Blok, type Situaties, blokkenOf, where } from '../cellen/situaties';
import { nameOf } from './cel';
import type { Gegevensgroep } from './groep';
import type { Opening } from './opening';

/** Openings that a reader can take in as one: the same to the same receivers in the same situations. */
export interface Openingsgroep {
  readonly soort: Opening['soort'];
  readonly zichtbaar: boolean;
  readonly zonder: readonly string[];
  readonly partners: readonly Ketenpartner[];
  /** null: somebody who sits for his partner. */
  readonly ketenrol: Rol | null;
  readonly blok: Blok;
  readonly gegevens: readonly Gegevensgroep[];
  readonly openings: readonly Opening[];
}

/** As partner, or as each rol by itself: a rol of the chain inherits nothing from the employer, so they read apart. */
const SIDES: readonly [Rol | null, Situaties][] = [
  [null, where({ rollen: PARTNERROLLEN })],
  ...ROLLEN.filter((rol) => !PARTNERROLLEN.includes(rol)).map((rol): [Rol, Situaties] => [
    rol,
    where({ rollen: [rol] }),
  ]),
];

/** What alike openings of one receiver share, and the fields that do. */
interface Lot extends Pick<Opening, 'soort' | 'zichtbaar' | 'wegen' | 'was' | 'zonder'> {
  readonly what: string;
  readonly ketenrol: Rol | null;
  readonly blok: Blok;
  readonly categorieen: readonly string[];
  readonly partner: Ketenpartner;
  readonly openings: Opening[];
}

/** Puts openings together: first the fields of a receiver, then receivers with the same fields, then their categories. */
export function groupOpenings(
  openings: readonly Opening[],
  categorieenOf: (opening: Opening) => readonly string[],
): Openingsgroep[] {
  const lots = new Map<string, Lot>();
  const texts = new Texts();
  for (const opening of openings) {
    const { soort, zichtbaar, ontvanger, wegen, was, vertelt, zonder, waar } = opening;
    const categorieen = categorieenOf(opening);
    // Whom a field tells sets it apart only where that is what opens.
    const telling = soort === 'NIEUW' || soort === 'RUIMER' ? [] : vertelt;
    const what = [
      soort,
      String(zichtbaar),
      ...[categorieen, wegen, was, telling, zonder].map((one) => texts.of(one)),
    ].join('|');
    for (const [ketenrol, side] of SIDES) {
      for (const blok of blokkenOf(waar & side)) {
        const key = [what, ontvanger.id, texts.of(blok)].join('|');
        const known = lots.get(key);
        if (known !== undefined) known.openings.push(opening);
        else {
          const rest = { what, soort, zichtbaar, wegen, was, zonder, ketenrol, blok, categorieen };
          lots.set(key, { ...rest, partner: ontvanger, openings: [opening] });
        }
      }
    }
  }
  const alike = collect([...lots.values()], ({ what, blok, openings: own }) =>
    [what, texts.of(blok), fieldsOf(own).join()].join('|'),
  ).flatMap((same): Openingsgroep[] => {
    const [lot] = same;
    if (lot === undefined) return [];
    const { soort, zichtbaar, zonder, ketenrol, blok } = lot;
    const partners = same.map(({ partner }) => partner).sort((a, b) => (a.id < b.id ? -1 : 1));
    const all = same.flatMap((one) => one.openings);
    return [{ soort, zichtbaar, zonder, ketenrol, blok, partners, gegevens: [toGegevens(lot)], openings: all }];
  });
  return collect(alike, ({ soort, zichtbaar, zonder, blok, partners }) =>
    [soort, zichtbaar, zonder.join(), texts.of(blok), partners.map(({ id }) => id).join()].join('|'),
  ).flatMap((parts): Openingsgroep[] => {
    const [first] = parts;
    if (first === undefined) return [];
    const gegevens = parts.flatMap((part) => part.gegevens).sort((a, b) => (labelOf(a) < labelOf(b) ? -1 : 1));
    return [{ ...first, gegevens, openings: parts.flatMap((part) => part.openings) }];
  });
}

function labelOf({ categorieen }: Gegevensgroep): string {
  return categorieen.join();
}

function toGegevens({ categorieen, wegen, was, openings }: Lot): Gegevensgroep {
  const told = new Map(openings.flatMap(({ vertelt }) => vertelt.map((one) => [JSON.stringify(one), one])));
  return { categorieen, wegen, was, vertelt: [...told.values()], coordinaten: fieldsOf(openings) };
}

function fieldsOf(openings: readonly Opening[]): string[] {
  return [...new Set(openings.map(({ cel }) => nameOf(cel)))].sort();
}

function collect<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const of = key(item);
    found.set(of, [...(found.get(of) ?? []), item]);
  }
  return [...found.values()];
}

/** What is compared by content, as text. Objects that are shared are written once. */
class Texts {
  readonly #known = new WeakMap<object, string>();

  of(value: object): string {
    const known = this.#known.get(value) ?? JSON.stringify(value);
    this.#known.set(value, known);
    return known;
  }
}
