import { sql } from 'kysely';
import type { Row, Tables } from './openTables';
import { type Entry, announcedBy, parseEntry } from './parseEntry';
import { KEPT_LEVELS } from './tree';

const REGEL = { nr: 'integer', id: 'text', blad: 'text', tekst: 'bytes' } as const;
const CHECKPOINT = { grootte: 'integer', tekst: 'text' } as const;
const KNOOP = { laag: 'integer', nr: 'integer', hash: 'text' } as const;
const SLEUTEL = { id: 'text', zoek: 'text', sleutel: 'text' } as const;

/** A row of `regel` with its text, and what that says; `tekst` is null when it is gone. */
export type Regel = Row<typeof REGEL> & { readonly entry: Entry | null };
export type Knoop = Row<typeof KNOOP>;
export type Sleutelrij = Row<typeof SLEUTEL>;

/** Entries, with all that they brought into the other tables but pointers. */
export interface Page {
  readonly regels: readonly Regel[];
  readonly checkpoints: readonly Row<typeof CHECKPOINT>[];
  readonly knopen: readonly Knoop[];
  readonly sleutels: ReadonlyMap<string, readonly Sleutelrij[]>;
}

/** Entries from `from` on, `to` not included, with their texts. */
export async function readRegels(
  tables: Pick<Tables, 'select'>,
  from: number,
  to: number,
  size: number,
): Promise<Regel[]> {
  const rows = await tables.select(
    REGEL,
    sql`from regel left join (select nr as bij, tekst from inhoud) as texts on texts.bij = regel.nr
      where regel.nr >= ${from} and regel.nr < ${to} order by regel.nr limit ${size}`,
  );
  return rows.map((row) => ({ ...row, entry: row.tekst === null ? null : parseEntry(row.tekst) }));
}

/** The page from `from` on; of what is in it, rows come in their order. */
export async function readPage(tables: Tables, from: number, to: number, size: number): Promise<Page> {
  const regels = await readRegels(tables, from, to, size);
  const end = from + regels.length;
  const checkpoints = await tables.select(
    CHECKPOINT,
    sql`from checkpoint where grootte ${from === 0 ? sql`>= 0` : sql`> ${from}`} and grootte <= ${end}
      order by checkpoint.grootte`,
  );
  const knopen: Knoop[] = [];
  for (let laag = KEPT_LEVELS; end >= 2 ** laag; laag += KEPT_LEVELS) {
    const [first, behind] = [from, end].map((nr) => Math.floor(nr / 2 ** laag));
    if (first === behind) continue;
    knopen.push(
      ...(await tables.select(
        KNOOP,
        sql`from knoop where laag = ${laag} and nr >= ${first} and nr < ${behind} order by knoop.nr`,
      )),
    );
  }
  const ids = regels.flatMap(({ entry }) => (entry === null ? [] : announcedBy(entry).map(({ id }) => id)));
  return { regels, checkpoints, knopen, sleutels: await readSleutels(tables, ids) };
}

/** Key rows by id, of more than one as many as there are. */
export async function readSleutels(
  tables: Pick<Tables, 'select'>,
  ids: readonly string[],
): Promise<Map<string, Sleutelrij[]>> {
  const found = new Map<string, Sleutelrij[]>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    for (const row of await tables.select(SLEUTEL, sql`from persoonsleutel where id in (${sql.join(some)})`)) {
      const id = row.id ?? '';
      found.set(id, [...(found.get(id) ?? []), row]);
    }
  }
  return found;
}
