import fc from 'fast-check';
import { DESTROYS, type Golden, NEW_KEY, SIZE } from './golden/buildGolden';
import { type Row, type Rows, TABLES, TABLE_NAMES, type Table, type Value } from './golden/rows';

/** A register after somebody was at it, and the entry that the verifier must name. */
export interface Tampering {
  readonly what: string;
  /** The tables that were touched, whole. */
  readonly rows: Partial<Rows>;
  readonly nr: number;
}

/** The column that says where a row belongs. */
const PLACE: Readonly<Record<Table, string>> = {
  regel: 'nr',
  inhoud: 'nr',
  knoop: 'nr',
  checkpoint: 'grootte',
  persoonsleutel: 'id',
  wijzer: 'nr',
};

/** Every kind of tampering with one row, or with one pair, of any table. */
export function tamperings(golden: Golden): fc.Arbitrary<Tampering> {
  const { rows } = golden;
  const at = placesIn(golden);
  const anyRow = fc
    .constantFrom(...TABLE_NAMES)
    .chain((table) => fc.record({ table: fc.constant(table), index: fc.nat(rows[table].length - 1) }));
  const change = (table: Table, index: number, over: Row): Partial<Rows> => ({
    [table]: rows[table].map((row, one) => (one === index ? { ...row, ...over } : row)),
  });

  const bit = anyRow.chain(({ table, index }) =>
    fc.constantFrom(...at.telling(table, rows[table][index]!)).chain((column) => {
      const row = rows[table][index]!;
      const value = row[column]!;
      return flipped(value)
        .map((changed) => ({ ...row, [column]: changed }))
        .filter((changed) => at.tells(table, changed))
        .map((changed) => ({
          what: `${table}[${String(index)}].${column}`,
          rows: change(table, index, changed),
          nr:
            column === 'blad'
              ? at.leaf(Number(row['nr']), String(changed['blad']))
              : Math.min(at.lost(table, row), at.extra(table, changed)),
        }));
    }),
  );
  const removed = anyRow
    .filter(({ table, index }) => at.isMissed(table, rows[table][index]!))
    .map(({ table, index }) => ({
      what: `${table}[${String(index)}] removed`,
      rows: { [table]: rows[table].filter((_, one) => one !== index) },
      nr: at.lost(table, rows[table][index]!),
    }));
  const twice = anyRow.map(({ table, index }) => ({
    what: `${table}[${String(index)}] twice`,
    rows: { [table]: [...rows[table], rows[table][index]!] },
    nr: at.extra(table, rows[table][index]!),
  }));
  const swapped = anyRow.chain(({ table, index }) =>
    fc
      .nat(rows[table].length - 1)
      .filter((other) => !at.alike(table, rows[table][index]!, rows[table][other]!))
      .map((other) => {
        const [one, two] = [rows[table][index]!, rows[table][other]!];
        const place = PLACE[table];
        const moved = rows[table].map((row) => {
          if (row === one) return { ...two, [place]: one[place]! };
          return row === two ? { ...one, [place]: two[place]! } : row;
        });
        const nr =
          table === 'regel'
            ? Math.min(at.swappedLeaf(one, two), at.swappedLeaf(two, one))
            : Math.min(at.extra(table, one), at.extra(table, two));
        return { what: `${table}[${String(index)}] and [${String(other)}] swapped`, rows: { [table]: moved }, nr };
      }),
  );
  const back = fc.constantFrom('inhoud' as const, 'persoonsleutel' as const).chain((table) =>
    fc.constantFrom(...golden.destroyed[table]).map((row) => ({
      what: `${table} put back`,
      rows: { [table]: [...rows[table], row] },
      nr: table === 'inhoud' ? Number(row['nr']) : DESTROYS,
    })),
  );
  const added = fc
    .constantFrom<Tampering>(
      {
        what: 'a text for no entry',
        rows: { inhoud: [...rows.inhoud, { nr: SIZE + 3, tekst: rows.inhoud[0]!['tekst']! }] },
        nr: SIZE + 3,
      },
      { what: 'an entry before the first', rows: { regel: [...rows.regel, { ...rows.regel[5]!, nr: -1 }] }, nr: -1 },
      {
        what: 'a node too early',
        rows: { knoop: [...rows.knoop, { laag: 8, nr: 2, hash: 'a'.repeat(64) }] },
        nr: SIZE,
      },
      {
        what: 'a node on a level that is not kept',
        rows: { knoop: [...rows.knoop, { laag: 7, nr: 0, hash: 'a'.repeat(64) }] },
        nr: SIZE,
      },
      {
        what: 'a key that nobody made',
        rows: { persoonsleutel: [...rows.persoonsleutel, { id: 'x', zoek: 'y', sleutel: 'z' }] },
        nr: SIZE,
      },
      {
        what: 'a pointer to no entry',
        rows: { wijzer: [...rows.wijzer, { soort: 'casus', sleutel: 'cas-1', nr: SIZE }] },
        nr: SIZE,
      },
      {
        what: 'a pointer of an unknown kind',
        rows: { wijzer: [...rows.wijzer, { soort: 'buurman', sleutel: 'x', nr: 77 }] },
        nr: 77,
      },
      {
        what: 'a pointer to a destroyed text',
        rows: { wijzer: [...rows.wijzer, { soort: 'casus', sleutel: 'cas-1', nr: 25 }] },
        nr: 25,
      },
      { what: 'no pointers at all', rows: { wijzer: [] }, nr: 0 },
    )
    .map((one) => (one.what === 'no pointers at all' ? { ...one, nr: Number(rows.wijzer[0]!['nr']) } : one));
  return fc.oneof(
    { weight: 8, arbitrary: bit },
    { weight: 3, arbitrary: removed },
    { weight: 2, arbitrary: twice },
    { weight: 3, arbitrary: swapped },
    { weight: 1, arbitrary: back },
    { weight: 1, arbitrary: added },
  );
}

/** Where the README says that a wrong row shows. */
function placesIn({ rows, destroyed, maker }: Golden) {
  const gone = new Set(destroyed.inhoud.map(({ nr }) => Number(nr)));
  const sizes = rows.checkpoint.map(({ grootte }) => Number(grootte));
  const first = Number(destroyed.inhoud[0]!['nr']);
  const second = destroyed.inhoud.map(({ nr }) => Number(nr)).find((nr) => nr >= 100)!;
  /** A leaf whose text is gone is held by the tree alone: by the first checkpoint or node over it. */
  const covered = (nr: number): number =>
    Math.min(sizes.find((size) => size > nr)! - 1, (Math.floor(nr / 256) + 1) * 256 - 1 || Infinity);
  const node = (laag: number, nr: number): number =>
    laag === 8 && nr >= 0 && nr < rows.knoop.length ? nr * 256 + 255 : SIZE;
  const places = {
    /** A leaf that is another. */
    leaf: (nr: number, blad: string): number => (gone.has(nr) && /^[0-9a-f]{64}$/.test(blad) ? covered(nr) : nr),
    /** Entry `row` with the id and hash of another. */
    swappedLeaf: (row: Row, other: Row): number => places.leaf(Number(row['nr']), String(other['blad'])),
    /** A row that should be here, and is not. */
    lost: (table: Table, row: Row): number => {
      const nr = Number(row['nr']);
      switch (table) {
        case 'regel':
        case 'wijzer':
          return nr;
        case 'inhoud':
          // Without what destroyed them, the first text that is gone is gone for no reason.
          if (nr === DESTROYS) return first;
          return nr === 401 ? second : nr;
        case 'knoop':
          return node(Number(row['laag']), nr);
        case 'checkpoint':
          // Nothing else tells that there was one, but the old key has to vouch for the new.
          return Number(row['grootte']) === NEW_KEY + 1 ? sizes[sizes.indexOf(NEW_KEY + 1) + 1]! - 1 : Infinity;
        case 'persoonsleutel':
          return maker.get(String(row['id']))!;
      }
    },
    /** A row that is here, and should not be, or is another than it should be. */
    extra: (table: Table, row: Row): number => {
      const nr = Number(row['nr']);
      switch (table) {
        case 'regel':
        case 'inhoud':
        case 'wijzer':
          return nr;
        case 'knoop':
          return node(Number(row['laag']), nr);
        case 'checkpoint':
          return Number(row['grootte']) > SIZE ? SIZE : Math.max(Number(row['grootte']) - 1, 0);
        case 'persoonsleutel':
          return maker.get(String(row['id'])) ?? SIZE;
      }
    },
    isMissed: (table: Table, row: Row): boolean => table !== 'checkpoint' || Number(row['grootte']) === NEW_KEY + 1,
    /** The id of an entry is in its text; when that is gone, nothing holds it. */
    tells: (table: Table, row: Row): boolean =>
      table !== 'regel' || !gone.has(Number(row['nr'])) || rows.regel[Number(row['nr'])]!['id'] === row['id'],
    /** Columns in which a change can tell: another id of an entry whose text is gone never does. */
    telling: (table: Table, row: Row): string[] =>
      Object.keys(TABLES[table]).filter((one) => table !== 'regel' || one !== 'id' || !gone.has(Number(row['nr']))),
    /** Whether swapping the two changes nothing: pointers of one entry have no place among each other. */
    alike: (table: Table, one: Row, other: Row): boolean =>
      one[PLACE[table]] === other[PLACE[table]] ||
      Object.keys(TABLES[table]).every((column) => column === PLACE[table] || one[column] === other[column]),
  };
  return places;
}

/** The value with one bit of it, or of one of its characters, turned over. */
function flipped(value: Value): fc.Arbitrary<Value> {
  if (typeof value === 'number') return fc.nat(12).map((bit) => value ^ (1 << bit));
  return fc
    .record({ index: fc.nat(value.length - 1), bit: fc.nat(6) })
    .map(
      ({ index, bit }) =>
        value.slice(0, index) + String.fromCharCode(value.charCodeAt(index) ^ (1 << bit)) + value.slice(index + 1),
    )
    .filter((changed) => !changed.includes('\0'));
}
