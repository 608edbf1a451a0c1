import fc from 'fast-check';
import {
  ALLE,
  type Blok,
  GEEN,
  type Situatiepunt,
  anyOf,
  blokkenOf,
  count,
  inEveryRol,
  only,
  where,
  without,
} from '../../../gateway/inzage/cellen/situaties';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { ROLLEN } from '../../../schema/domain/rol';

const punt: fc.Arbitrary<Situatiepunt> = fc.record({
  rol: fc.constantFrom(...ROLLEN),
  doel: fc.constantFrom(...DOELEN),
  fase: fc.constantFrom(...FASEN),
  kader: fc.constantFrom(...KADERS),
  bevestigd: fc.boolean(),
});
const blok: fc.Arbitrary<Blok> = fc.record({
  rollen: fc.subarray([...ROLLEN]),
  doelen: fc.subarray([...DOELEN]),
  fasen: fc.subarray([...FASEN]),
  kaders: fc.subarray([...KADERS]),
  bevestigd: fc.subarray([true, false]),
});
const EVERY: readonly Situatiepunt[] = ROLLEN.flatMap((rol) =>
  DOELEN.flatMap((doel) =>
    FASEN.flatMap((fase) =>
      KADERS.flatMap((kader) => [true, false].map((bevestigd) => ({ rol, doel, fase, kader, bevestigd }))),
    ),
  ),
);
const holds = (one: Blok, at: Situatiepunt): boolean =>
  one.rollen.includes(at.rol) &&
  one.doelen.includes(at.doel) &&
  one.fasen.includes(at.fase) &&
  one.kaders.includes(at.kader) &&
  one.bevestigd.includes(at.bevestigd);
const has = (set: bigint, at: Situatiepunt): boolean => (set & only(at)) !== GEEN;

describe('a set of ways to ask', () => {
  test('holds what its lists name, and nothing else', () => {
    expect(EVERY.every((at) => has(ALLE, at))).toBe(true);
    expect(count(ALLE)).toBe(EVERY.length);
    fc.assert(
      fc.property(blok, blok, punt, (one, other, at) => {
        const [a, b] = [where(one), where(other)];
        expect([has(a, at), has(a | b, at), has(a & b, at), has(without(a, b), at)]).toEqual([
          holds(one, at),
          holds(one, at) || holds(other, at),
          holds(one, at) && holds(other, at),
          holds(one, at) && !holds(other, at),
        ]);
        expect(count(a)).toBe(EVERY.filter((each) => holds(one, each)).length);
      }),
    );
  });

  test('narrows by what is named only', () => {
    expect(where({})).toBe(ALLE);
    expect(where({ kaders: ['DWANG'] })).toBe(where({ kaders: ['DWANG'], rollen: ROLLEN, bevestigd: [true, false] }));
    expect(where({ kaders: [] })).toBe(GEEN);
  });

  test('is written as lists that make it up again and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(blok, { maxLength: 5 }), (blokken) => {
        const set = blokken.reduce((all, one) => all | where(one), GEEN);
        const written = blokkenOf(set);
        expect(written.reduce((all, one) => all | where(one), GEEN)).toBe(set);
        expect(written.reduce((total, one) => total + count(where(one)), 0)).toBe(count(set));
        const any = anyOf(set);
        expect(any === null ? set === GEEN : has(set, any)).toBe(true);
      }),
    );
  });

  test('can be given to every rol as one of them has it', () => {
    fc.assert(
      fc.property(blok, punt, fc.constantFrom(...ROLLEN), (one, at, rol) => {
        expect(has(inEveryRol(where(one), rol), at)).toBe(holds(one, { ...at, rol }));
      }),
    );
  });
});
