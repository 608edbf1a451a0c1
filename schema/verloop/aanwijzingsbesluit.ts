import { z } from 'zod';
import type { Zetel } from '../domain/casusfeiten';
import { MEDEWERKER_ID } from '../domain/medewerkerId';
import { ROLLEN } from '../domain/rol';
import { canonical } from './akte';

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
  readonly rollen: readonly Rolduur[];
}

/** An aanwijzingsbesluit as it is kept: its text, and the signature of its partner under it. */
export interface GetekendBesluit {
  readonly tekst: string;
  readonly handtekening: string;
}

const naam = z.string().regex(MEDEWERKER_ID);

/** As it comes over a wall: nothing missing, nothing extra. */
export const aanwijzingsbesluitSchema: z.ZodType<Aanwijzingsbesluit> = z.strictObject({
  ...{ partner: naam, medewerker: naam, nr: z.int().min(1).max(1_000_000) },
  rollen: z.array(z.strictObject({ rol: z.enum(ROLLEN), van: z.iso.date(), tot: z.iso.date().nullable() })).max(100),
});

/** What is signed: JSON with sorted keys and no spaces (RFC 8785). */
export function textOfBesluit(besluit: Aanwijzingsbesluit): string {
  return canonical(besluit);
}

/** The rollen that hold on a day. */
export function rollenOp({ rollen }: Pick<Aanwijzingsbesluit, 'rollen'>, dag: string): Zetel['rol'][] {
  return rollen.filter(({ van, tot }) => van <= dag && (tot === null || dag < tot)).map(({ rol }) => rol);
}
