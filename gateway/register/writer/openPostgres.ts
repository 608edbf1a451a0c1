import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { discardingPool } from './discardingPool';
import { migrate } from './migrate';
import { POSTGRES_MIGRATIONS, TABLES, grantWriter } from './postgresMigrations';
import type { Additions, Store } from './store';
import type { RegisterTables } from './tables';

/** One number for all gateways on a database: whoever holds it is the only writer. */
const WRITER_LOCK = 7_303_942_211;

const CONNECT_MS = 3000;
/** The server gives up before the client does, so that the client seldom has to guess how a transaction ended. */
const SERVER_MS = 5000;
const CLIENT_MS = 8000;

/**
 * The register in PostgreSQL. `adminUrl` migrates and is then closed; the role of `url` needs insert and select only.
 *
 * @param patient for work that may take long, while no request waits for it.
 */
export async function openPostgres(url: string, adminUrl: string, patient = false): Promise<Store> {
  const admin = connect(new Pool({ connectionString: adminUrl, max: 1, connectionTimeoutMillis: CONNECT_MS }));
  try {
    await migrate(admin, POSTGRES_MIGRATIONS);
    const role = decodeURIComponent(new URL(url).username);
    if (role !== '' && role !== decodeURIComponent(new URL(adminUrl).username)) await grantWriter(admin, role);
  } finally {
    await admin.destroy();
  }
  const pool = new Pool({
    connectionString: url,
    // Appends take turns already; the second is for `ready`.
    max: 2,
    connectionTimeoutMillis: CONNECT_MS,
    lock_timeout: SERVER_MS,
    ...(patient
      ? {}
      : {
          statement_timeout: SERVER_MS,
          idle_in_transaction_session_timeout: CLIENT_MS,
          query_timeout: CLIENT_MS,
        }),
    keepAlive: true,
  });
  return new PostgresStore(connect(pool));
}

function connect(pool: Pool): Kysely<RegisterTables> {
  // Without a listener an idle connection that breaks would end the process; the next query meets the fault itself.
  pool.on('error', () => undefined);
  return new Kysely<RegisterTables>({ dialect: new PostgresDialect({ pool: discardingPool(pool) }) });
}

class PostgresStore implements Store {
  readonly #db: Kysely<RegisterTables>;

  constructor(db: Kysely<RegisterTables>) {
    this.#db = db;
  }

  /**
   * The lock comes first and ends with the transaction. READ COMMITTED is needed: under a stricter level the head would
   * be read as it was before the wait for the lock.
   */
  write<T>(work: (tx: Kysely<RegisterTables>) => Promise<T>): Promise<T> {
    return this.#db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(${WRITER_LOCK}), set_config('synchronous_commit',
          case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end,
          true)`.execute(tx);
        return work(tx);
      });
  }

  /** In one statement, whose text is the same however much it adds: each way to the server and back costs all who wait. */
  async add(tx: Kysely<RegisterTables>, { persoonsleutel, regel, inhoud, wijzer, knoop }: Additions): Promise<void> {
    await sql`with
      sleutels as (insert into persoonsleutel (id, zoek, sleutel) select * from unnest(
        ${persoonsleutel.map(({ id }) => id)}::text[], ${persoonsleutel.map(({ zoek }) => zoek)}::text[],
        ${persoonsleutel.map(({ sleutel }) => sleutel)}::text[])),
      regels as (insert into regel (nr, id, blad) select * from unnest(
        ${regel.map(({ nr }) => nr)}::bigint[], ${regel.map(({ id }) => id)}::text[], ${regel.map(({ blad }) => blad)}::text[])),
      teksten as (insert into inhoud (nr, tekst) select * from unnest(
        ${inhoud.map(({ nr }) => nr)}::bigint[], ${inhoud.map(({ tekst }) => tekst)}::text[])),
      wijzers as (insert into wijzer (soort, sleutel, nr) select * from unnest(
        ${wijzer.map(({ soort }) => soort)}::text[], ${wijzer.map(({ sleutel }) => sleutel)}::text[],
        ${wijzer.map(({ nr }) => nr)}::bigint[]))
      insert into knoop (laag, nr, hash) select * from unnest(
        ${knoop.map(({ laag }) => laag)}::int[], ${knoop.map(({ nr }) => nr)}::bigint[], ${knoop.map(({ hash }) => hash)}::text[])`.execute(
      tx,
    );
  }

  read<T>(work: (db: Kysely<RegisterTables>) => Promise<T>): Promise<T> {
    return work(this.#db);
  }

  /** Only the role of retention may delete. Rows that are dead stay on the disk until they are vacuumed. */
  async destroy<T>(work: (tx: Kysely<RegisterTables>) => Promise<T>): Promise<T> {
    const result = await this.write(work);
    for (const table of ['inhoud', 'wijzer', 'persoonsleutel']) {
      await sql`vacuum full ${sql.table(table)}`.execute(this.#db);
    }
    return result;
  }

  async ready(): Promise<boolean> {
    const { rows } = await sql<{ writable: boolean }>`select current_setting('transaction_read_only') = 'off'
      and (select bool_and(has_table_privilege(naam, 'insert')) from unnest(${TABLES}::text[]) naam) as writable`.execute(
      this.#db,
    );
    return rows[0]?.writable === true;
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}
