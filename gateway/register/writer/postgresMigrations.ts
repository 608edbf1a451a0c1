import { sql, type Kysely, type Migration } from 'kysely';
import type { RegisterTables } from './tables';

export const TABLES = ['regel', 'inhoud', 'knoop', 'checkpoint', 'persoonsleutel', 'wijzer'] as const;
/** From these retention takes away; from the others nobody ever does. */
const RETAINED: readonly string[] = ['inhoud', 'persoonsleutel', 'wijzer'];

/**
 * Triggers stop mistakes, whoever makes them; the owner of the tables can remove them, and then verify finds it. What
 * retention may take away is kept from the hub by its role, which may insert and select only.
 */
const STATEMENTS = [
  sql`create table regel (nr bigint primary key check (nr >= 0), id text not null unique, blad text not null)`,
  sql`create table inhoud (nr bigint primary key references regel (nr), tekst text not null)`,
  sql`create table knoop (laag integer, nr bigint, hash text not null, primary key (laag, nr))`,
  sql`create table checkpoint (grootte bigint primary key, tekst text not null)`,
  sql`create table persoonsleutel (id text primary key, zoek text not null unique, sleutel text not null)`,
  sql`create table wijzer (soort text, sleutel text, nr bigint references regel (nr), primary key (soort, sleutel, nr))`,
  sql`create function register_alleen_toevoegen() returns trigger language plpgsql as
    'begin raise exception ''%: alleen toevoegen'', tg_table_name; end'`,
  ...TABLES.flatMap((table) => [
    sql`create trigger ${sql.ref(`${table}_rij`)} before ${sql.raw(RETAINED.includes(table) ? 'update' : 'update or delete')}
      on ${sql.table(table)} for each row execute function register_alleen_toevoegen()`,
    sql`create trigger ${sql.ref(`${table}_leeg`)} before truncate on ${sql.table(table)}
      for each statement execute function register_alleen_toevoegen()`,
  ]),
];

export const POSTGRES_MIGRATIONS: Record<string, Migration> = {
  // Of a register that was never released: a chain, whose tables stay where they are.
  '0001_logregel_en_verstrekking': { up: () => Promise.resolve() },
  '0002_boom': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of STATEMENTS) await statement.execute(db);
    },
  },
  // What of the stappen of a casus stood there already.
  '0003_stappen': {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`insert into wijzer (soort, sleutel, nr) select 'stap', tekst::json ->> 'casus', nr from inhoud
        where tekst like '%"soort":"STAP"%' and tekst::json ->> 'soort' = 'STAP' and tekst::json ->> 'casus' is not null
          and tekst::json -> 'verloop' ->> 'stap' not in ('AANWIJZEN', 'BRONBESLUIT')`.execute(db);
    },
  },
};

/** What the role of the hub may do. */
export async function grantWriter(db: Kysely<RegisterTables>, role: string): Promise<void> {
  for (const table of TABLES) {
    await sql`grant select, insert on ${sql.table(table)} to ${sql.id(role)}`.execute(db);
  }
}
