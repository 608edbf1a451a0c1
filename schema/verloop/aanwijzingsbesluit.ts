import { z } from 'zod';
import type { Zetel } from '../domain/casusfeiten';
import { MEDEWERKER_ID } from '../domain/medewerkerId';
import { ROLLEN } from '../domain/rol';
import { readBesluitAs } from './besluit';

/** A rol with its days (ISO): it holds from `van` until, not including, `tot`. */
export interface Rolduur extends Pick<Zetel, 'rol'> {
  readonly van: string;
  readonly tot: string | null;
}

/**
 * For what a partner has designated one of its medewerkers (BGS 1.11), as that partner signs it: all of it, so that a later
 * one takes the place of an earlier, and one without rollen takes everything back.
 */
export interface Aanwijzingsbesluit extends Pick<Zetel, 'partner' | 'medewerker'> {
  /** The first about this medewerker has 1. */
  readonly nr: number;
  /** Random, of the partner's choice: it keeps what the besluit says from being guessed by its digest. */
  readonly sleutel: string;
  readonly rollen: readonly Rolduur[];
}

const naam = z.string().regex(MEDEWERKER_ID);

/** As it comes over a wall: nothing missing, nothing extra. */
const aanwijzingsbesluitSchema: z.ZodType<Aanwijzingsbesluit> = z.strictObject({
  ...{ partner: naam, medewerker: naam, nr: z.int().min(1).max(1_000_000) },
  sleutel: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  rollen: z.array(z.strictObject({ rol: z.enum(ROLLEN), van: z.iso.date(), tot: z.iso.date().nullable() })).max(100),
});

/** What a text that was signed says, or null when it is no aanwijzingsbesluit as it is written. */
export function readBesluit(tekst: string): Aanwijzingsbesluit | null {
  return readBesluitAs(aanwijzingsbesluitSchema, tekst);
}

/** The rollen that hold on a day. */
export function rollenOp({ rollen }: Pick<Aanwijzingsbesluit, 'rollen'>, dag: string): Zetel['rol'][] {
  return rollen.filter(({ van, tot }) => van <= dag && (tot === null || dag < tot)).map(({ rol }) => rol);
}

/** What became of a besluit at the municipality, which keeps them. */
export type Besluituitkomst =
  /** It holds. `handtekening` is the one that it keeps. */
  | { readonly uitkomst: 'GEZET'; readonly handtekening: string }
  /** It is not the next one about this medewerker. */
  | { readonly uitkomst: 'ACHTERHAALD' };
