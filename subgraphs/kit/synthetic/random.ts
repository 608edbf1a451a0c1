import { createHash } from 'node:crypto';
import type { Faker } from '@faker-js/faker';
import { faker as dutch } from '@faker-js/faker/locale/nl';
import { addDays, daysBetween, PEILDATUM } from './days';

/** All chance in the synthetic world: the same seed gives the same answers in the same order. */
export interface Random {
  readonly faker: Faker;
  /** Opaque 128-bit id. Apart from the draws, so that another text or chance elsewhere does not renumber the world. */
  id(kind: string): string;
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** As pick, but goes round the items of this deck before it repeats one: texts that lie together should differ. */
  deal<T>(deck: string, items: readonly T[]): T;
  /** A random subset of this size at most, in the order of the items. */
  some<T>(items: readonly T[], count: number): T[];
  /** An ISO day, both ends included. */
  day(from: string, to: string): string;
  /** Eight digits, never the same twice. */
  eightDigits(): string;
}

/** The class by way of its one language: the library itself loads seventy. */
const DutchFaker = dutch.constructor as typeof Faker;

export function createRandom(seed: number): Random {
  const faker = new DutchFaker({ locale: dutch.rawDefinitions, seed });
  faker.setDefaultRefDate(PEILDATUM);
  const counters = new Map<string, number>();
  const decks = new Map<string, number>();
  const given = new Set<number>();

  const int = (min: number, max: number): number => faker.number.int({ min, max });
  const chance = (probability: number): boolean => faker.number.float() < probability;
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('nothing to pick from');
    return items[int(0, items.length - 1)] as T;
  };

  return {
    faker,
    int,
    chance,
    pick,
    id(kind) {
      const ordinal = counters.get(kind) ?? 0;
      counters.set(kind, ordinal + 1);
      return createHash('sha256').update(`ketenhub:${seed}:${kind}:${ordinal}`).digest('hex').slice(0, 32);
    },
    deal(deck, items) {
      const turn = (decks.get(deck) ?? int(0, items.length)) + 1;
      decks.set(deck, turn);
      return items[turn % items.length] ?? pick(items);
    },
    some(items, count) {
      const left = new Set(items.keys());
      while (left.size > Math.max(0, count)) left.delete(pick([...left]));
      return items.filter((_, index) => left.has(index));
    },
    day: (from, to) => addDays(from, int(0, daysBetween(from, to))),
    eightDigits() {
      let digits = int(90_000_000, 99_999_999);
      while (given.has(digits)) digits = digits === 99_999_999 ? 90_000_000 : digits + 1;
      given.add(digits);
      return String(digits);
    },
  };
}
