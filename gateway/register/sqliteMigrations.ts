import { sql, type Kysely, type Migration } from 'kysely';

/**
 * STRICT: a column holds its own type only. Besides update and delete, an insert anywhere but at the end is blocked too,
 * because INSERT OR REPLACE deletes without firing delete triggers. A verstrekking without receiver is none: refused.
 */
const STATEMENTS = [
  sql`create table logregel (
    seq integer primary key check (seq > 0),
    id text not null unique,
    tijdstip text not null,
    inhoud text not null,
    vorige text not null,
    hash text not null
  ) strict`,
  sql`create table verstrekking (
    logregel_seq integer not null references logregel (seq),
    nr integer not null,
    gever text not null,
    ontvanger text not null,
    medewerker text not null,
    persoon text,
    casus text,
    doel text,
    fase text,
    kader text,
    categorie text not null,
    coordinaat text not null,
    artikel text not null,
    eigen integer not null check (eigen in (0, 1)),
    aantal integer not null,
    primary key (logregel_seq, nr)
  ) strict, without rowid`,
  sql`create index verstrekking_persoon on verstrekking (persoon)`,
  sql`create index verstrekking_casus on verstrekking (casus)`,
  sql`create trigger logregel_update before update on logregel
    begin select raise(abort, 'logregel: alleen toevoegen'); end`,
  sql`create trigger logregel_delete before delete on logregel
    begin select raise(abort, 'logregel: alleen toevoegen'); end`,
  sql`create trigger logregel_insert before insert on logregel
    when new.seq <> (select coalesce(max(seq), 0) + 1 from logregel)
      or exists (select 1 from logregel where id = new.id)
    begin select raise(abort, 'logregel: alleen toevoegen'); end`,
  sql`create trigger verstrekking_update before update on verstrekking
    begin select raise(abort, 'verstrekking: alleen toevoegen'); end`,
  sql`create trigger verstrekking_delete before delete on verstrekking
    begin select raise(abort, 'verstrekking: alleen toevoegen'); end`,
  sql`create trigger verstrekking_insert before insert on verstrekking
    when new.logregel_seq <> (select coalesce(max(seq), 0) from logregel)
      or exists (select 1 from verstrekking where logregel_seq = new.logregel_seq and nr = new.nr)
    begin select raise(abort, 'verstrekking: alleen toevoegen'); end`,
];

export const SQLITE_MIGRATIONS: Record<string, Migration> = {
  '0001_logregel_en_verstrekking': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of STATEMENTS) await statement.execute(db);
    },
  },
};
