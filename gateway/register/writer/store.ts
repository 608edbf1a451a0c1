import type { Kysely } from 'kysely';
import type { RegisterTables } from './tables';

/** A database that holds the register. */
export interface Store {
  /** Runs `work` in one durable transaction while nobody else, in any process, can write. */
  write<T>(work: (tx: Kysely<RegisterTables>) => Promise<T>): Promise<T>;
  /** Throws, or answers false, when it could not write now. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
