import { createHash } from 'node:crypto';
import type { Casusfeiten, Zetel } from '../domain/casusfeiten';
import { canonical } from './akte';

/** A seat with its days (ISO): it holds from `van` until, not including, `tot`. */
export interface Zetelduur extends Zetel {
  readonly van: string;
  readonly tot: string | null;
}

type Vaststaand = Pick<Casusfeiten, 'casus' | 'doel' | 'gemeente' | 'convenant' | 'regie'>;

/** How a casus stands where its chain of akten begins: all that access rests on and that no stap of that chain made. */
export interface Beginstand extends Vaststaand, Pick<Casusfeiten, 'fase' | 'kader' | 'status'> {
  /** How many stappen were taken before it, as far as they are counted. */
  readonly nr: number;
  /** The day (ISO) on which it stood so: no akte after it is of an earlier one. */
  readonly dag: string;
  readonly bevestigdDoor: readonly string[];
  readonly zetels: readonly Zetelduur[];
}

/** A beginstand as it is kept: its text, and by partner id the signature under it. */
export interface GetekendBegin {
  readonly tekst: string;
  readonly handtekeningen: Readonly<Record<string, string>>;
}

/** What is signed: JSON with sorted keys and no spaces (RFC 8785). */
export function textOfBegin(begin: Beginstand): string {
  return canonical(begin);
}

/** SHA-256 of that text, hexadecimal. */
export function digestOfBegin(tekst: string): string {
  return createHash('sha256').update(tekst).digest('hex');
}

/** Who must have signed it: the partner that has the regie, and each that is said to have confirmed casus and persons. */
export function ondertekenaars({ regie, bevestigdDoor }: Pick<Beginstand, 'regie' | 'bevestigdDoor'>): string[] {
  return [...new Set([regie, ...bevestigdDoor])];
}
