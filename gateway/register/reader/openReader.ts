import { existsSync } from 'node:fs';
import { Kysely, PostgresDialect, type SelectQueryBuilder, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { Pool } from 'pg';
import { keyVerwijzing } from '../keyRecord';
import { pseudonym } from '../pseudonym';
import type { RegisterTables, Wijzersoort } from '../writer/tables';
import type { Entry } from './entry';
import { openPersoonsleutel } from './openPersoon';

/** Entries read at a time: a request waits for no more than one page. */
const PAGE = 50;
/** Entries in which a hub tells by which rules it works. */
const STANDEN: readonly Entry['soort'][] = ['START', 'REGELS'];

/** The key of one person, with the id under which entries name it. */
interface Persoonsleutel {
  readonly id: string;
  readonly key: Buffer;
}

/** The reading side of the register: a connection of its own, which writes nothing. */
export interface RegisterReader {
  /** The entries to which an index points, oldest first, from `nr` on; those whose text was destroyed are not there. */
  pointedTo(soort: Wijzersoort, sleutel: string, nr?: number): AsyncGenerator<Entry>;
  /** The entries from `nr` on, oldest first. */
  from(nr: number): AsyncGenerator<Entry>;
  byId(id: string): Promise<Entry | null>;
  /** The first entry from `nr` on of which the text is there. */
  next(nr: number): Promise<Entry | null>;
  /** Those of these entries of which the text is there. */
  numbered(nrs: readonly number[]): Promise<readonly Entry[]>;
  /** Those in which a hub told by which rules it works, oldest first. Looks through the whole register: not in a request. */
  standen(): Promise<readonly Entry[]>;
  /** The stap of this casus that was written down last, by its nr and the digest of its akte. */
  lastStap(casus: string): Promise<{ readonly nr: number; readonly vorige: string } | null>;
  /** Number of entries. */
  size(): Promise<number>;
  /** The key of a person, by his own id; null: nothing was ever disclosed about him, or it was destroyed. */
  personKey(persoon: string): Promise<Persoonsleutel | null>;
  /** The key of one person, by the id under which entries name it; null: it was destroyed. */
  keyById(id: string): Promise<Buffer | null>;
  /** Under which pseudonym entries name a medewerker. */
  medewerker(id: string): string;
  /** Under which reference entries name a record that stands on a casus and on no person. */
  zaakverwijzing(type: string, verwijzing: string): string;
  close(): Promise<void>;
}

/** @param key of the register. @throws Error when there is no register. */
export function openReader(place: { databaseUrl: string | null; file: string }, key: Uint8Array): RegisterReader {
  const db = place.databaseUrl === null ? openFile(place.file) : openDatabase(place.databaseUrl);
  const texts = (): Texts => selectTexts(db);
  async function* pages(where: (after: number) => Texts, start: number): AsyncGenerator<Entry> {
    for (let after = start - 1; ;) {
      const rows = await where(after).orderBy('inhoud.nr').limit(PAGE).execute();
      for (const row of rows) yield toEntry(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = Number(last.nr);
      await new Promise(setImmediate);
    }
  }
  return {
    pointedTo: (soort, sleutel, nr = 0) =>
      pages(
        (after) =>
          texts().where('inhoud.nr', 'in', (one) =>
            one
              .selectFrom('wijzer')
              .select('wijzer.nr')
              .where('soort', '=', soort)
              .where('sleutel', '=', sleutel)
              .where('wijzer.nr', '>', after)
              .orderBy('wijzer.nr')
              .limit(PAGE),
          ),
        nr,
      ),
    from: (nr) => pages((after) => texts().where('inhoud.nr', '>', after), nr),
    byId: async (id) => {
      const row = await texts()
        .innerJoin('regel', 'regel.nr', 'inhoud.nr')
        .where('regel.id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : toEntry(row);
    },
    next: async (nr) => {
      const row = await texts().where('inhoud.nr', '>=', nr).orderBy('inhoud.nr').limit(1).executeTakeFirst();
      return row === undefined ? null : toEntry(row);
    },
    numbered: async (nrs) => {
      if (nrs.length === 0) return [];
      const rows = await texts()
        .where('inhoud.nr', 'in', [...nrs])
        .execute();
      return rows.map(toEntry);
    },
    standen: async () => {
      // In canonical JSON a key stands nowhere but as a key: inside a text its quotes are escaped.
      const rows = await texts()
        .where((one) => one.or(STANDEN.map((soort) => one('inhoud.tekst', 'like', `%"soort":"${soort}"%`))))
        .orderBy('inhoud.nr')
        .execute();
      return rows.map(toEntry).filter(({ soort }) => STANDEN.includes(soort));
    },
    lastStap: async (casus) => {
      const row = await texts()
        .innerJoin('wijzer', 'wijzer.nr', 'inhoud.nr')
        .where('wijzer.soort', '=', 'stap')
        .where('wijzer.sleutel', '=', casus)
        .orderBy('wijzer.nr', 'desc')
        .limit(1)
        .executeTakeFirst();
      const verloop = row === undefined ? null : (toEntry(row).verloop ?? null);
      return verloop === null ? null : { nr: verloop.nr, vorige: verloop.akte };
    },
    size: async () => {
      const last = await db.selectFrom('regel').select('nr').orderBy('nr', 'desc').limit(1).executeTakeFirst();
      return last === undefined ? 0 : Number(last.nr) + 1;
    },
    personKey: async (persoon) => {
      const zoek = pseudonym(key, 'persoon', persoon);
      const row = await db.selectFrom('persoonsleutel').selectAll().where('zoek', '=', zoek).executeTakeFirst();
      return row === undefined ? null : { id: row.id, key: openPersoonsleutel(key, row) };
    },
    keyById: async (id) => {
      const row = await db.selectFrom('persoonsleutel').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : openPersoonsleutel(key, row);
    },
    medewerker: (id) => pseudonym(key, 'medewerker', id),
    zaakverwijzing: (type, verwijzing) => keyVerwijzing(key, type, verwijzing),
    close: () => db.destroy(),
  };
}

type Texts = SelectQueryBuilder<RegisterTables, 'inhoud', { nr: string | number; tekst: string }>;

function selectTexts(db: Kysely<RegisterTables>): Texts {
  return db.selectFrom('inhoud').select(['inhoud.nr', 'inhoud.tekst']);
}

function toEntry({ nr, tekst }: { readonly nr: string | number; readonly tekst: string }): Entry {
  return { ...(JSON.parse(tekst) as Omit<Entry, 'nr'>), nr: Number(nr) };
}

function openFile(file: string): Kysely<RegisterTables> {
  // libsql makes a missing file and heeds no `readonly`.
  if (!existsSync(file)) throw new Error(`register: expected a file, got none at ${file}`);
  const database = new Database(file, { timeout: 5_000 });
  database.pragma('query_only = ON');
  return new Kysely<RegisterTables>({ dialect: new SqliteDialect({ database }) });
}

function openDatabase(url: string): Kysely<RegisterTables> {
  const pool = new Pool({ connectionString: url, max: 2, options: '-c default_transaction_read_only=on' });
  pool.on('error', () => undefined);
  return new Kysely<RegisterTables>({ dialect: new PostgresDialect({ pool }) });
}
