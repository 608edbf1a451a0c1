import fc from 'fast-check';
import type { Row, Rows, Value } from './backend';

/** A register after somebody was at it, and the entry that the verifier must name. */
export interface Tampering {
  readonly what: string;
  readonly rows: Rows;
  readonly seq: number;
  /** True for whole entries cut off at the end: the chain that is left is sound. */
  readonly onlyWithKop: boolean;
}

const NULLABLE = ['persoon', 'casus', 'doel', 'fase', 'kader'];

/** Every kind of tampering with one row (or one pair) of `golden`. */
export function tamperings(golden: Rows): fc.Arbitrary<Tampering> {
  const count = golden.logregel.length;
  const line = fc.nat(count - 1);
  const given = fc.nat(golden.verstrekking.length - 1);
  const outside = fc.oneof(fc.integer({ min: -5, max: 0 }), fc.integer({ min: count + 1, max: count + 5 }));
  const found = (what: string, seq: number, rows: Partial<Rows>, onlyWithKop = false): Tampering => ({
    what,
    rows: { ...golden, ...rows },
    seq,
    onlyWithKop,
  });
  const replace = (rows: readonly Row[], index: number, over: Row): Row[] =>
    rows.map((row, at) => (at === index ? { ...row, ...over } : row));

  const lineColumn = fc
    .tuple(line, fc.constantFrom('id', 'tijdstip', 'inhoud', 'vorige', 'hash'))
    .chain(([index, column]) =>
      other(golden.logregel[index]?.[column] ?? null, false).map((value) =>
        found(`logregel.${column}`, index + 1, { logregel: replace(golden.logregel, index, { [column]: value }) }),
      ),
    );
  const lineSeq = fc
    .tuple(line, outside)
    .map(([index, seq]) =>
      found('logregel.seq', seq < 1 ? seq : index + 1, { logregel: replace(golden.logregel, index, { seq }) }),
    );
  const columns = Object.keys(golden.verstrekking[0] ?? {}).filter((name) => name !== 'logregel_seq');
  const givenColumn = fc.tuple(given, fc.constantFrom(...columns)).chain(([index, column]) => {
    const row = golden.verstrekking[index] ?? {};
    // Beyond the rows there are, so that no two get the same key.
    const value = column === 'nr' ? fc.constant(99) : other(row[column] ?? null, NULLABLE.includes(column));
    return value.map((changed) =>
      found(`verstrekking.${column}`, Number(row['logregel_seq']), {
        verstrekking: replace(golden.verstrekking, index, { [column]: changed }),
      }),
    );
  });
  const givenMoved = fc
    .tuple(given, fc.integer({ min: -2, max: count + 3 }))
    .map(([index, to]) => ({ index, to, from: Number(golden.verstrekking[index]?.['logregel_seq']) }))
    .filter(({ to, from }) => to !== from)
    .map(({ index, to, from }) =>
      found('verstrekking.logregel_seq', Math.min(from, to), {
        verstrekking: replace(golden.verstrekking, index, { logregel_seq: to, nr: 99 }),
      }),
    );
  const givenRemoved = given.map((index) =>
    found('verstrekking removed', Number(golden.verstrekking[index]?.['logregel_seq']), {
      verstrekking: golden.verstrekking.filter((_, at) => at !== index),
    }),
  );
  const givenAdded = fc.tuple(given, fc.integer({ min: -2, max: count + 3 })).map(([index, seq]) =>
    found('verstrekking added', seq, {
      verstrekking: [...golden.verstrekking, { ...golden.verstrekking[index], logregel_seq: seq, nr: 99 }],
    }),
  );
  const lineRemoved = fc.tuple(line, fc.boolean()).map(([index, withGiven]) => {
    const verstrekking = golden.verstrekking.filter((row) => !withGiven || row['logregel_seq'] !== index + 1);
    const orphaned = verstrekking.some((row) => row['logregel_seq'] === index + 1);
    return found(
      `logregel removed${withGiven ? ' with its verstrekkingen' : ''}`,
      index + 1,
      { logregel: golden.logregel.filter((_, at) => at !== index), verstrekking },
      index === count - 1 && !orphaned,
    );
  });
  const swapped = fc
    .tuple(line, line, fc.boolean())
    .filter(([a, b]) => a !== b)
    .map(([a, b, withGiven]) => {
      const to = new Map([
        [a + 1, b + 1],
        [b + 1, a + 1],
      ]);
      const move = (row: Row, column: string): Row => ({
        ...row,
        [column]: to.get(Number(row[column])) ?? row[column] ?? null,
      });
      return found(`swapped${withGiven ? ' with verstrekkingen' : ''}`, Math.min(a, b) + 1, {
        logregel: golden.logregel.map((row) => move(row, 'seq')),
        verstrekking: golden.verstrekking.map((row) => (withGiven ? move(row, 'logregel_seq') : row)),
      });
    });
  const inserted = fc.tuple(line, fc.nat(count)).map(([copied, index]) => {
    const shift = (row: Row, column: string): Row =>
      Number(row[column]) > index ? { ...row, [column]: Number(row[column]) + 1 } : row;
    return found('inserted', index + 1, {
      logregel: [
        ...golden.logregel.map((row) => shift(row, 'seq')),
        { ...golden.logregel[copied], seq: index + 1, id: 'ingevoegd' },
      ],
      verstrekking: golden.verstrekking.map((row) => shift(row, 'logregel_seq')),
    });
  });
  return fc.oneof(
    lineColumn,
    lineSeq,
    givenColumn,
    givenMoved,
    givenRemoved,
    givenAdded,
    lineRemoved,
    swapped,
    inserted,
  );
}

/** Another value of the same type, often one that looks alike. */
function other(value: Value, nullable: boolean): fc.Arbitrary<Value> {
  if (typeof value === 'number') return fc.integer({ min: 0, max: 9 }).filter((changed) => changed !== value);
  const text = value ?? '';
  const alike = fc.constantFrom(
    `${text} `,
    ` ${text}`,
    text.slice(0, -1),
    text.toUpperCase(),
    '',
    'null',
    `${text}\u200b`,
  );
  const any = fc.string({ unit: 'grapheme' }).map((changed) => changed.replaceAll('\0', ''));
  const changed: fc.Arbitrary<Value> = nullable ? fc.oneof(alike, any, fc.constant(null)) : fc.oneof(alike, any);
  return changed.filter((result) => result !== value);
}
