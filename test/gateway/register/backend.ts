import type { RegisterOptions } from '../../../gateway/register/openRegister';

export const KEY = new Uint8Array(32).fill(7);

export type Value = string | number | null;
export type Row = Record<string, Value>;

/** What the two tables hold. */
export interface Rows {
  readonly logregel: readonly Row[];
  readonly verstrekking: readonly Row[];
}

/** A scratch database, with a back door that no trigger, key or check stands in. */
export interface Scratch {
  readonly options: RegisterOptions;
  readonly rows: () => Promise<Rows>;
  /** Replaces all rows, unseen by triggers, keys and checks. */
  readonly overwrite: (rows: Rows) => Promise<void>;
  /** Runs statements as the owner of the tables, everything in force. */
  readonly run: (...statements: string[]) => Promise<void>;
  /** Makes every insert of a verstrekking with this coordinaat fail, after the log line is in. */
  readonly failOn: (coordinaat: string) => Promise<void>;
  /** Holds the write lock until the returned function is called. */
  readonly hold: () => Promise<() => Promise<void>>;
  /** Every byte that is kept. */
  readonly bytes: () => Promise<Buffer>;
  readonly drop: () => Promise<void>;
}

export interface Backend {
  readonly name: string;
  /** Null when it can be used; otherwise why not. */
  readonly unavailable: string | null;
  create(): Promise<Scratch>;
}
