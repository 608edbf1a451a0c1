import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { canonical } from './akte';

/** A besluit of a partner as it is kept: its text, and the signature of that partner under it. */
export interface GetekendBesluit {
  readonly tekst: string;
  readonly handtekening: string;
}

/** What is signed: JSON with sorted keys and no spaces (RFC 8785). */
export function textOfBesluit(besluit: object): string {
  return canonical(besluit);
}

/** SHA-256 of that text, hexadecimal. */
export function digestOfBesluit(tekst: string): string {
  return createHash('sha256').update(tekst).digest('hex');
}

/** What a text that was signed says, or null when it is not of this shape, or not written as what is signed. */
export function readBesluitAs<Besluit extends object>(schema: z.ZodType<Besluit>, tekst: string): Besluit | null {
  try {
    const { data } = schema.safeParse(JSON.parse(tekst));
    return data !== undefined && textOfBesluit(data) === tekst ? data : null;
  } catch {
    return null;
  }
}
