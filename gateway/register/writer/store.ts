import type { Insertable, Kysely } from 'kysely';
import type { RegisterTables } from './tables';

type Work<T> = (tx: Kysely<RegisterTables>) => Promise<T>;

/** What one transaction adds, in the order in which it stands. */
export type Additions = {
  readonly [Table in Exclude<keyof RegisterTables, 'checkpoint'>]: readonly Insertable<RegisterTables[Table]>[];
};

/** A database that holds the register. */
export interface Store {
  /** Runs `work` in one durable transaction while nobody else, in any process, can write. */
  write<T>(work: Work<T>): Promise<T>;
  /** Adds rows within such a transaction. */
  add(tx: Kysely<RegisterTables>, additions: Additions): Promise<void>;
  /** Runs `work` outside any transaction: it waits for nobody, and writes nothing. */
  read<T>(work: (db: Kysely<RegisterTables>) => Promise<T>): Promise<T>;
  /** As `write`, where what retention takes away may be deleted; and leaves nothing of it behind on the disk. */
  destroy<T>(work: Work<T>): Promise<T>;
  /** Throws, or answers false, when it could not write now. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
