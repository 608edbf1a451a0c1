import type { Insertable, Kysely, Migration } from 'kysely';
import type { World } from '../synthetic/world';

/** Signs a text for a partner, in the demo, where one key signs for all of them. */
export type Tekenaar = (typ: string, tekst: string) => string;

/** Rows to insert, per table, in this order. */
export type Rows<DB> = { readonly [Table in keyof DB]: readonly Insertable<DB[Table]>[] };

/** What a partner tells of its store: the same for SQLite and PostgreSQL. */
export interface SourceDefinition<DB> {
  /** By name; names sort in the order in which they run. Columns are text or integer only: both stores have these. */
  readonly migrations: Readonly<Record<string, Migration>>;
  /** The partner's part of the synthetic world as rows of its tables; for the demo. */
  rows(world: World, teken: Tekenaar): Rows<DB>;
  /** Brings a store of the demo that was filled earlier up to the keys that the demo has now. */
  renew?(db: Kysely<DB>, teken: Tekenaar): Promise<void>;
}

/** An open store. */
export interface Source<DB> {
  readonly db: Kysely<DB>;
  /** @throws Error when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
