import { sql, type Kysely, type Migration, type RawBuilder } from 'kysely';
import type { RegisterTables } from './tables';

const KEYS = {
  inhoud: ['nr'],
  knoop: ['laag', 'nr'],
  checkpoint: ['grootte'],
  persoonsleutel: ['id'],
  wijzer: ['soort', 'sleutel', 'nr'],
} as const;

/**
 * STRICT: a column holds its own type only. Besides update and delete, an insert anywhere but at the end is blocked too,
 * because INSERT OR REPLACE deletes without firing delete triggers. SQLite has no roles: what retention takes away it
 * does by taking the trigger away first, in one transaction.
 */
const STATEMENTS = [
  sql`create table regel (nr integer primary key check (nr >= 0), id text not null unique, blad text not null) strict`,
  sql`create table inhoud (nr integer primary key references regel (nr), tekst text not null) strict`,
  sql`create table knoop (laag integer not null, nr integer not null, hash text not null, primary key (laag, nr)) strict, without rowid`,
  sql`create table checkpoint (grootte integer primary key, tekst text not null) strict`,
  sql`create table persoonsleutel (id text primary key, zoek text not null unique, sleutel text not null) strict, without rowid`,
  sql`create table wijzer (soort text not null, sleutel text not null, nr integer not null references regel (nr),
    primary key (soort, sleutel, nr)) strict, without rowid`,
  sql`create trigger regel_insert before insert on regel
    when new.nr <> (select coalesce(max(nr), -1) + 1 from regel) or exists (select 1 from regel where id = new.id)
    begin select raise(abort, 'regel: alleen toevoegen'); end`,
  ...Object.entries(KEYS).map(([table, keys]) => {
    const same = keys.map((key) => `${key} = new.${key}`).join(' and ');
    return sql`${sql.raw(`create trigger ${table}_insert before insert on ${table}
      when exists (select 1 from ${table} where ${same}) begin select raise(abort, '${table}: alleen toevoegen'); end`)}`;
  }),
  ...['regel', ...Object.keys(KEYS)].flatMap((table) => [refuse(table, 'update'), refuse(table, 'delete')]),
];

/** What retention takes away from. */
const RETAINED = ['inhoud', 'persoonsleutel', 'wijzer'];

/** Lets `work` delete what retention may, and nothing else, within its transaction. */
export async function allowDelete<T>(tx: Kysely<RegisterTables>, work: () => Promise<T>): Promise<T> {
  for (const table of RETAINED) await sql`drop trigger ${sql.ref(`${table}_delete`)}`.execute(tx);
  const result = await work();
  for (const table of RETAINED) await refuse(table, 'delete').execute(tx);
  return result;
}

function refuse(table: string, change: 'update' | 'delete'): RawBuilder<unknown> {
  return sql`${sql.raw(`create trigger ${table}_${change} before ${change} on ${table}
    begin select raise(abort, '${table}: alleen toevoegen'); end`)}`;
}

export const SQLITE_MIGRATIONS: Record<string, Migration> = {
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
      await sql`insert into wijzer (soort, sleutel, nr) select 'stap', json_extract(tekst, '$.casus'), nr from inhoud
        where tekst like '%"soort":"STAP"%' and json_extract(tekst, '$.soort') = 'STAP' and json_extract(tekst, '$.casus') is not null
          and json_extract(tekst, '$.verloop.stap') not in ('AANWIJZEN', 'BRONBESLUIT')`.execute(db);
    },
  },
};
