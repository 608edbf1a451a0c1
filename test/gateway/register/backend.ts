import { createPrivateKey } from 'node:crypto';
import type { CheckpointKey, RegisterOptions } from '../../../gateway/register/writer/openWriter';
import type { RegisterTables } from '../../../gateway/register/writer/tables';

export const KEY = new Uint8Array(32).fill(7);
export const CHECKPOINT = checkpointKey(7);

/** A key of checkpoints that is the same in every process. */
export function checkpointKey(seed: number, naam = 'ketenhub/proef'): CheckpointKey {
  // DER in front of the 32 bytes of a private Ed25519 key (RFC 8410).
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { naam, pem: String(key.export({ format: 'pem', type: 'pkcs8' })) };
}

export type Table = keyof RegisterTables;
type Value = string | number | null;
export type Row = Record<string, Value>;

/** What the tables hold, each in the order of its key. */
export type Rows = Readonly<Record<Table, readonly Row[]>>;

/** Every table with the columns that order it; those to which others refer come first. */
export const TABLES: Readonly<Record<Table, string>> = {
  regel: 'nr',
  inhoud: 'nr',
  knoop: 'laag, nr',
  checkpoint: 'grootte',
  persoonsleutel: 'id',
  wijzer: 'soort, sleutel, nr',
};
export const TABLE_NAMES = Object.keys(TABLES) as Table[];

/** A scratch database, with a back door that no trigger, key or check stands in. */
export interface Scratch {
  readonly options: RegisterOptions;
  readonly rows: () => Promise<Rows>;
  /** Replaces all rows, unseen by triggers, keys and checks. */
  readonly overwrite: (rows: Rows) => Promise<void>;
  /** Runs statements as the owner of the tables, everything in force. */
  readonly run: (...statements: string[]) => Promise<void>;
  /** Makes every insert of a wijzer to this fail, after the entry itself is in. */
  readonly failOn: (sleutel: string) => Promise<void>;
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
