import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import type { SourceDefinition, Tekenaar } from '../../subgraphs/kit/source/SourceDefinition';
import type { World } from '../../subgraphs/kit/synthetic/world';

type Row = Readonly<Record<string, string | number | null>>;

/** The SQLite store of a running source, seen from outside: what is put in it, the next request finds. */
export interface OpenStore {
  fill(world: World): void;
  close(): void;
}

export interface StoreOptions {
  /** Signs for the partners, as at the hub that asks. */
  readonly teken: Tekenaar;
  /** Another salt, another order in which the store keeps its rows: no answer may depend on it. */
  readonly salt: string;
  /** Changes a row at the last moment, to what no world can hold. */
  readonly twist?: (row: Row) => Row;
}

/** Writes only what changed since the last time, each row at a place of its own. */
export function openStore<DB>(
  dir: string,
  subgraaf: string,
  source: SourceDefinition<DB>,
  { salt, teken, twist = (row) => row }: StoreOptions,
): OpenStore {
  const database = new Database(join(dir, `${subgraaf}.sqlite`), { timeout: 5_000 });
  database.pragma('synchronous = OFF');
  /** By table: the place of each row, by its text. null: not known, so it is emptied first. */
  const held = new Map<string, Map<string, number> | null>();
  const replace = (table: string, rows: readonly Row[]): void => {
    const known = held.get(table);
    if (known === undefined || known === null) database.exec(`delete from ${table}`);
    const now = new Map<string, number>();
    const added: { place: number; row: Row }[] = [];
    for (const one of rows) {
      const row = twist(one);
      let text = JSON.stringify(row);
      // The same row twice stays two rows.
      while (now.has(text)) text += ' ';
      const place = known?.get(text) ?? placeOf(`${salt} ${text}`);
      now.set(text, place);
      if (known?.has(text) !== true) added.push({ place, row });
    }
    const remove = database.prepare(`delete from ${table} where rowid = ?`);
    for (const [text, place] of known ?? []) if (!now.has(text)) remove.run(place);
    const [first] = added;
    if (first !== undefined) {
      const columns = Object.keys(first.row);
      const marks = ['?', ...columns.map(() => '?')].join(', ');
      const insert = database.prepare(`insert into ${table} (rowid, ${columns.join(', ')}) values (${marks})`);
      for (const { place, row } of added) insert.run(place, ...columns.map((column) => row[column] ?? null));
    }
    held.set(table, now);
  };
  return {
    fill: (world) => {
      database.exec('begin immediate');
      try {
        for (const [table, rows] of Object.entries<readonly object[]>(source.rows(world, teken)))
          replace(table, rows as Row[]);
        database.exec('commit');
      } catch (fault) {
        database.exec('rollback');
        held.clear();
        throw fault;
      }
    },
    close: () => database.close(),
  };
}

const placeOf = (text: string): number => createHash('sha256').update(text).digest().readUIntBE(0, 6);
