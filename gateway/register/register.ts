import type { Ontvangstbewijs, Registerregel } from '../../schema/domain/registerregel';

/** What was disclosed to whom, on what ground: append-only and hash-chained. Every failure is a `RegisterFout`. */
export interface Register {
  /**
   * Writes log line and verstrekkingen in one transaction (WGS 1.8) and resolves once they are durable; until then
   * nothing may be released. When it throws, nothing was written, save a whole entry when the database committed and the
   * confirmation got lost: then the register tells more than what left, never less.
   */
  append(regel: Registerregel): Promise<Ontvangstbewijs>;
  /** Whether an append can be expected to succeed. Never throws. */
  ready(): Promise<boolean>;
  /** Waits for appends under way, then closes. */
  close(): Promise<void>;
}
