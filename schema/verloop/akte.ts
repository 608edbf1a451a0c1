import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import type { Stap } from './stap';

/** JSON with sorted keys and no spaces (RFC 8785), for what is signed here: whole numbers, texts, lists and objects. */
export const canonical = configure({ deterministic: true, strict: true });

/** Who takes a stap, and as the how manieth of which casus. */
export interface Stapkop {
  readonly casus: string;
  /** Partner id and medewerker of who takes it. */
  readonly partner: string;
  readonly medewerker: string;
  /** The first stap of a casus has 1. */
  readonly nr: number;
  /** Digest of the akte before it; of the first: `BEGIN`. */
  readonly vorige: string;
  /** Random, of the client's choice: the same again is the same stap again, and no second one. */
  readonly sleutel: string;
  /** The day (ISO) on which it is taken. */
  readonly dag: string;
}

/** A stap that was taken, as its partner signs it. */
export type Akte = Stapkop & Stap;

/** What stands before the first akte of a casus. */
export const BEGIN = '0'.repeat(64);

/** What is signed: JSON with sorted keys and no spaces (RFC 8785). */
export function textOf(akte: Akte): string {
  return canonical(akte);
}

/** SHA-256 of that text, hexadecimal. The random sleutel in it keeps what it says from being guessed. */
export function digestOf(akte: Akte): string {
  return createHash('sha256').update(textOf(akte)).digest('hex');
}
