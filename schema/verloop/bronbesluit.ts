import { z } from 'zod';
import type { Zetel } from '../domain/casusfeiten';
import { MEDEWERKER_ID } from '../domain/medewerkerId';
import { SUBGRAVEN, type Subgraaf } from '../domain/subgraaf';
import { readBesluitAs } from './besluit';

/** About how many persons a partner can object in one casus: a source reads all of it with each question. */
export const MEESTE_PERSONEN = 200;

/** Stands in `bezwaarTegen` for everybody but the bronhouder himself. */
export const IEDEREEN = 'IEDEREEN';

/** What a bronbesluit is about: one record, or all that the bronhouder has of one person. Of the two one is null. */
export interface Bron {
  readonly bron: Subgraaf;
  /** As its source names it in the field `record`, or an advies by its id. */
  readonly record: string | null;
  readonly persoon: string | null;
}

/**
 * What a bronhouder decided in a casus about what he holds, as he signs it: to whom he releases it (WGS 2.29(3)), and to
 * whom he will not have it given, for weighty reasons of his own (WGS 1.5(1)). It says all of that: a later one takes the
 * place of an earlier, and one with two empty lists takes everything back.
 */
export interface Bronbesluit extends Pick<Zetel, 'partner' | 'medewerker'>, Bron {
  readonly casus: string;
  /** The first about this in this casus has 1. */
  readonly nr: number;
  /** Random, of the partner's choice: it keeps what the besluit says from being guessed by its digest. */
  readonly sleutel: string;
  /** Partner ids and ketenrollen. Only of a record: a person is never released as a whole. */
  readonly vrijgegevenAan: readonly string[];
  /** Partner ids and ketenrollen, or `IEDEREEN`. */
  readonly bezwaarTegen: readonly string[];
}

/** How it stands with what a bronhouder holds, and the nr of the last besluit about it: 0 when there is none. */
export type Bronstand = Pick<Bronbesluit, 'nr' | 'vrijgegevenAan' | 'bezwaarTegen'>;

/** What became of a bronbesluit at its source, which keeps it. */
export type Bronuitkomst =
  /** It holds. `handtekening` is the one that it keeps. */
  | { readonly uitkomst: 'GEZET'; readonly handtekening: string }
  /** It is not the next one about this. */
  | { readonly uitkomst: 'ACHTERHAALD' }
  /** No record of this bronhouder. */
  | { readonly uitkomst: 'GEEN_RECORD' }
  /** About more persons than any casus has. */
  | { readonly uitkomst: 'TE_VEEL' }
  /** Of this source nothing needs to be released. */
  | { readonly uitkomst: 'GEEN_VRIJGAVE' };

const naam = z.string().regex(MEDEWERKER_ID);
const namen = z
  .array(naam)
  .max(200)
  .refine((all) => new Set(all).size === all.length);

/** Which record or person, as it comes over a wall. */
export const bronSchema: z.ZodType<Bron> = z
  .strictObject({ bron: z.enum(SUBGRAVEN), record: naam.nullable(), persoon: naam.nullable() })
  .refine(({ record, persoon }) => (record === null) !== (persoon === null));

/** As it comes over a wall: nothing missing, nothing extra, and nobody in both lists. */
const bronbesluitSchema: z.ZodType<Bronbesluit> = z
  .strictObject({
    ...{ partner: naam, medewerker: naam, casus: naam, nr: z.int().min(1).max(1_000_000) },
    ...{ bron: z.enum(SUBGRAVEN), record: naam.nullable(), persoon: naam.nullable() },
    sleutel: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
    ...{ vrijgegevenAan: namen, bezwaarTegen: namen },
  })
  .refine(({ record, persoon }) => (record === null) !== (persoon === null))
  .refine(({ record, vrijgegevenAan }) => record !== null || vrijgegevenAan.length === 0)
  .refine(({ vrijgegevenAan, bezwaarTegen }) => !vrijgegevenAan.some((one) => bezwaarTegen.includes(one)));

/** What a text that was signed says, or null when it is no bronbesluit as it is written. */
export function readBronbesluit(tekst: string): Bronbesluit | null {
  return readBesluitAs(bronbesluitSchema, tekst);
}
