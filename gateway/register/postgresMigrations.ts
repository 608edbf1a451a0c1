import { sql, type Kysely, type Migration } from 'kysely';

/** The triggers stop mistakes and the writing role; the owner of the tables can remove them, and then verify finds it. */
const STATEMENTS = [
  sql`create table logregel (
    seq bigint primary key check (seq > 0),
    id text not null unique,
    tijdstip text not null,
    inhoud text not null,
    vorige text not null,
    hash text not null
  )`,
  sql`create table verstrekking (
    logregel_seq bigint not null references logregel (seq),
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
    eigen smallint not null check (eigen in (0, 1)),
    aantal integer not null,
    primary key (logregel_seq, nr)
  )`,
  sql`create index verstrekking_persoon on verstrekking (persoon)`,
  sql`create index verstrekking_casus on verstrekking (casus)`,
  sql`create function register_alleen_toevoegen() returns trigger language plpgsql as
    'begin raise exception ''%: alleen toevoegen'', tg_table_name; end'`,
  sql`create trigger logregel_rij before update or delete on logregel
    for each row execute function register_alleen_toevoegen()`,
  sql`create trigger logregel_leeg before truncate on logregel
    for each statement execute function register_alleen_toevoegen()`,
  sql`create trigger verstrekking_rij before update or delete on verstrekking
    for each row execute function register_alleen_toevoegen()`,
  sql`create trigger verstrekking_leeg before truncate on verstrekking
    for each statement execute function register_alleen_toevoegen()`,
];

export const POSTGRES_MIGRATIONS: Record<string, Migration> = {
  '0001_logregel_en_verstrekking': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of STATEMENTS) await statement.execute(db);
    },
  },
};
