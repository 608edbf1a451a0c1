import type { Dialect, Kysely } from 'kysely';

/** What differs between the kinds of store. */
export interface Store {
  readonly dialect: Dialect;
  /** PostgreSQL: the schema that holds the tables of the subgraph, so that three subgraphs can share one database. */
  readonly schema: string | null;
  /** Does the work while no other process does: two that start at once would both create and fill the tables. */
  alone<DB>(connection: Kysely<DB>, work: () => Promise<void>): Promise<void>;
  /** All of the work or none of it; called within `alone`. */
  atomically<DB>(connection: Kysely<DB>, work: (db: Kysely<DB>) => Promise<void>): Promise<void>;
}
