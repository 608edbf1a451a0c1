import { DOELEN, type Doel } from '../../../schema/domain/doel';
import { FASEN, type Fase } from '../../../schema/domain/fase';
import { KADERS, type Kader } from '../../../schema/domain/kader';
import { ROLLEN, type Rol } from '../../../schema/domain/rol';

/** One way in which somebody who is seated can ask. */
export interface Situatiepunt {
  readonly rol: Rol;
  readonly doel: Doel;
  readonly fase: Fase;
  readonly kader: Kader;
  readonly bevestigd: boolean;
}

/** Every combination of what these lists name. */
export interface Blok {
  readonly rollen: readonly Rol[];
  readonly doelen: readonly Doel[];
  readonly fasen: readonly Fase[];
  readonly kaders: readonly Kader[];
  readonly bevestigd: readonly boolean[];
}

/**
 * A set of ways to ask, a bit for each combination of rol, doel, fase, kader and whether the casus is confirmed. All that
 * a convenant can distinguish is enumerated, so what is said of such a set is exact, and yet costs a few machine words.
 */
export type Situaties = bigint;

const BEVESTIGD = [false, true] as const;
/** From the axis that varies slowest to the one that varies fastest. */
const AXES = [ROLLEN, DOELEN, FASEN, KADERS, BEVESTIGD] as const;
const NAMES = ['rollen', 'doelen', 'fasen', 'kaders', 'bevestigd'] as const;
/** How many bits one step along each axis is. */
const STRIDES = AXES.map((_, index) => AXES.slice(index + 1).reduce((bits, { length }) => bits * length, 1));
const WIDTH = AXES.reduce((bits, { length }) => bits * length, 1);

export const GEEN: Situaties = 0n;
export const ALLE: Situaties = ones(WIDTH);

/** The ways to ask that are in none of the lists left out: what is not named is not narrowed. */
export function where(named: Partial<Blok>): Situaties {
  return NAMES.reduce((found, name, axis) => {
    const words: readonly unknown[] | undefined = named[name];
    return words === undefined ? found : found & maskOf(axis, words);
  }, ALLE);
}

/** What is in the first and not in the second. */
export function without(one: Situaties, other: Situaties): Situaties {
  return one & (ALLE ^ other);
}

export function count(set: Situaties): number {
  let found = 0;
  for (const digit of set.toString(16)) found += HEX_BITS[Number.parseInt(digit, 16)] ?? 0;
  return found;
}

/** The same ways to ask in every rol, as far as they are there for this one. */
export function inEveryRol(set: Situaties, rol: Rol): Situaties {
  const stride = STRIDES[0] ?? 0;
  const slice = (set >> BigInt(ROLLEN.indexOf(rol) * stride)) & ones(stride);
  return ROLLEN.reduce((all, _, index) => all | (slice << BigInt(index * stride)), GEEN);
}

/** Any one of them; null: there is none. */
export function anyOf(set: Situaties): Situatiepunt | null {
  const [blok] = blokkenOf(set);
  if (blok === undefined) return null;
  const [rol] = blok.rollen;
  const [doel] = blok.doelen;
  const [fase] = blok.fasen;
  const [kader] = blok.kaders;
  if (rol === undefined || doel === undefined || fase === undefined || kader === undefined) return null;
  return { rol, doel, fase, kader, bevestigd: blok.bevestigd.includes(true) };
}

/** The set of one way to ask. */
export function only({ rol, doel, fase, kader, bevestigd }: Situatiepunt): Situaties {
  return where({ rollen: [rol], doelen: [doel], fasen: [fase], kaders: [kader], bevestigd: [bevestigd] });
}

/** Writes a set as few lists that do not overlap: words of an axis that behave alike stand in one list. */
export function blokkenOf(set: Situaties): Blok[] {
  return slicesOf(set, 0).map((lists) => {
    const [rollen = [], doelen = [], fasen = [], kaders = [], bevestigd = []] = lists;
    return { rollen, doelen, fasen, kaders, bevestigd } as unknown as Blok;
  });
}

function slicesOf(set: Situaties, axis: number): (readonly unknown[])[][] {
  const words = AXES[axis];
  const stride = STRIDES[axis] ?? 1;
  if (words === undefined) return set === GEEN ? [] : [[]];
  const alike = new Map<Situaties, unknown[]>();
  words.forEach((word: unknown, index) => {
    const slice = (set >> BigInt(index * stride)) & ones(stride);
    if (slice !== GEEN) alike.set(slice, [...(alike.get(slice) ?? []), word]);
  });
  return [...alike].flatMap(([slice, list]) => slicesOf(slice, axis + 1).map((rest) => [list, ...rest]));
}

const HEX_BITS = Array.from({ length: 16 }, (_, digit) => digit.toString(2).replaceAll('0', '').length);
const masks = AXES.map(
  (words: readonly unknown[], axis) => new Map(words.map((word) => [word, maskOfWord(axis, word)])),
);

/** Lists of a verstrekking are asked for again with every receiver. */
const lists = NAMES.map(() => new WeakMap<readonly unknown[], Situaties>());

/** Every way to ask whose word on this axis is one of these. */
function maskOf(axis: number, words: readonly unknown[]): Situaties {
  // A single word costs less to look up than to remember.
  if (words.length === 1) return masks[axis]?.get(words[0]) ?? GEEN;
  const known = lists[axis]?.get(words);
  if (known !== undefined) return known;
  const mask = words.reduce<Situaties>((all, word) => all | (masks[axis]?.get(word) ?? GEEN), GEEN);
  lists[axis]?.set(words, mask);
  return mask;
}

function maskOfWord(axis: number, word: unknown): Situaties {
  const values: readonly unknown[] = AXES[axis] ?? [];
  const stride = STRIDES[axis] ?? 1;
  const at = values.indexOf(word);
  if (at < 0) return GEEN;
  const block = ones(stride) << BigInt(at * stride);
  const period = stride * values.length;
  let mask = GEEN;
  for (let bit = 0; bit < WIDTH; bit += period) mask |= block << BigInt(bit);
  return mask;
}

function ones(bits: number): Situaties {
  return (1n << BigInt(bits)) - 1n;
}
