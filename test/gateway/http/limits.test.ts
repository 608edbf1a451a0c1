import fc from 'fast-check';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { createLimits } from '../../../gateway/http/limits';
import { type QuestionLimits, USUAL_LIMITS } from '../../../schema/domain/questionLimits';

type Shape = Exclude<keyof QuestionLimits, 'tokens' | 'fields' | 'places'>;

const schema = buildSchema('type Query { a: Query b: Query c(x: Int): Int }');
const repeat = (times: number, one: (nr: number) => string): string =>
  Array.from({ length: times }, (_, nr) => one(nr)).join(' ');

/** A document with exactly so much of one thing, and of every other no more than the limits of these tests. */
const OF: Readonly<Record<Shape, (count: number) => string>> = {
  depth: (count) => `${'{ a '.repeat(count - 1)}{ c }${' }'.repeat(count - 1)}`,
  aliases: (count) => `{ a { ${repeat(count, (nr) => `k${String(nr)}: c`)} } }`,
  rootFields: (count) => `{ ${repeat(count, (nr) => (nr % 2 === 0 ? 'c' : '... on Query { c }'))} }`,
  repeats: (count) => `{ a { ${repeat(count, () => 'c')} } }`,
  directives: (count) => `{ c ${repeat(count, (nr) => `@nee${String(nr)}`)} }`,
};
const WIDE: QuestionLimits = {
  tokens: 0,
  depth: 1e6,
  aliases: 1e6,
  rootFields: 1e6,
  repeats: 1e6,
  directives: 1e6,
  fields: 1e6,
  places: 1e6,
};

function exceeded(limits: QuestionLimits, text: string): { told: string[]; messages: string[] } {
  const told: string[] = [];
  const rule = createLimits(limits, (limit) => told.push(limit));
  const errors = validate(schema, parse(text), [rule]);
  for (const { extensions } of errors) expect(extensions).toEqual({ code: 'HUB_LIMIET' });
  return { told, messages: errors.map(({ message }) => message) };
}

describe('the shape of a question', () => {
  test.each(Object.keys(OF) as Shape[])('%s: as much as may be is taken, and one more is refused, once', (limit) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 40 }), (most, over) => {
        const limits = { ...WIDE, [limit]: most };
        expect(exceeded(limits, OF[limit](most))).toEqual({ told: [], messages: [] });
        const { told, messages } = exceeded(limits, OF[limit](most + over));
        expect(told).toEqual([limit]);
        expect(messages).toEqual([expect.stringContaining(` ${String(most)} `)]);
      }),
    );
  });

  test.each([
    ['99 aliases', 'aliases', 99],
    ['one field 498 times', 'repeats', 498],
    ['8 unknown directives', 'directives', 8],
    ['15 levels', 'depth', 15],
    ['50 fields to begin with', 'rootFields', 50],
  ] as const)('is at most %s, unless settings say otherwise', (_what, limit, most) => {
    expect(exceeded(USUAL_LIMITS, OF[limit](most)).told).not.toContain(limit);
    expect(exceeded(USUAL_LIMITS, OF[limit](most + 1)).told).toContain(limit);
  });

  test('fragments are followed: for depth, for what a question begins with, and however often they come back', () => {
    const inside = `{ ...A } fragment A on Query { ...B ...B } fragment B on Query { c a { ...C } } fragment C on Query { a { c } }`;
    expect(exceeded({ ...WIDE, depth: 3 }, inside).told).toEqual([]);
    expect(exceeded({ ...WIDE, depth: 2 }, inside).told).toEqual(['depth']);
    expect(exceeded({ ...WIDE, rootFields: 4 }, inside).told).toEqual([]);
    expect(exceeded({ ...WIDE, rootFields: 3 }, inside).told).toEqual(['rootFields']);
    // Each twice the one before: written out it is more than a machine can hold.
    const doubling = repeat(
      60,
      (nr) => `fragment F${String(nr)} on Query { ...F${String(nr + 1)} ...F${String(nr + 1)} }`,
    );
    expect(exceeded({ ...WIDE, rootFields: 1e15 }, `{ ...F0 } ${doubling} fragment F60 on Query { c }`).told).toEqual([
      'rootFields',
    ]);
  });

  test('fragments in a circle, and of which there is none, are left to the rules that refuse them', () => {
    const circle = `{ ...A } fragment A on Query { a { ...B } } fragment B on Query { c ...A ...C }`;
    expect(exceeded({ ...WIDE, depth: 5 }, circle).told).toEqual([]);
    expect(validate(schema, parse(circle), [...specifiedRules, createLimits(WIDE)]).length).toBeGreaterThan(1);
  });

  test('directives of the graph are no unknown ones', () => {
    const known = `{ ${repeat(40, () => '... @include(if: true) { c @skip(if: false) }')} }`;
    expect(exceeded({ ...WIDE, directives: 0 }, known).told).toEqual([]);
  });
});
