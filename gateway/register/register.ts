import type { Ontvangstbewijs, Registerregel } from '../../schema/domain/registerregel';

/** What was disclosed to whom, on what ground: append-only, a tree with signed checkpoints. Every failure is a `RegisterFout`. */
export interface Register {
  /**
   * Writes a line and resolves once it is durable; until then nothing may be released (WGS 1.8). When it throws, nothing
   * was written, save a whole entry when the database committed and the confirmation got lost or came too late: then the
   * register tells more than what left, never less.
   *
   * @param underWay requests that are being answered now, this one among them: when they are many, their lines share a
   *   durable write.
   */
  append(regel: Registerregel, underWay?: number): Promise<Ontvangstbewijs>;
  /** Whether an append can be expected to succeed. Never throws. */
  ready(): Promise<boolean>;
  /** Waits for appends under way, signs a last checkpoint, then closes. */
  close(): Promise<void>;
}
