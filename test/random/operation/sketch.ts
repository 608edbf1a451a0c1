import fc from 'fast-check';

/**
 * One selection, drawn without knowing any schema: each number is taken modulo what can be chosen where it comes to
 * stand. 0 is the plainest choice everywhere, so that fast-check shrinks towards one plain field.
 */
export interface Sketch {
  readonly kind: number;
  readonly pick: number;
  readonly key: number;
  readonly condition: number;
  readonly values: readonly [number, number];
  readonly below: readonly Sketch[];
}

/** A document: the operation that is asked, others that only stand beside it, and how its variables are given. */
export interface DocumentSketch {
  readonly name: number;
  readonly asked: readonly Sketch[];
  readonly beside: readonly (readonly Sketch[])[];
  readonly variables: readonly number[];
}

/** Any number as likely as any other: early runs must be as wild as late ones. */
export const choice = fc.noBias(fc.nat(2 ** 30));

/** Most selections of one set, from the leaves up. */
const WIDTHS = [1, 1, 2, 2, 3, 3, 3, 4, 4];

const selection: fc.Memo<Sketch> = fc.memo((depth) =>
  fc.record({
    kind: choice,
    pick: choice,
    key: choice,
    condition: choice,
    values: fc.tuple(choice, choice),
    below: depth <= 1 ? fc.constant([]) : selections(depth - 1),
  }),
);

function selections(depth: number): fc.Arbitrary<Sketch[]> {
  const most = WIDTHS[depth - 1] ?? 2;
  return fc.noBias(fc.array(selection(depth), { minLength: 1, maxLength: most, size: 'max' }));
}

/** Draws documents; what they ask follows from the schema they are made real for. */
export const documentSketch: fc.Arbitrary<DocumentSketch> = fc.record({
  name: choice,
  asked: fc.noBias(fc.array(selection(9), { minLength: 1, maxLength: 3, size: 'max' })),
  beside: fc.noBias(fc.array(fc.array(selection(3), { minLength: 1, maxLength: 2 }), { maxLength: 2 })),
  variables: fc.noBias(fc.array(choice, { minLength: 1, maxLength: 8, size: 'max' })),
});
