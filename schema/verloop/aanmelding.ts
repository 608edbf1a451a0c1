import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Casusfeiten, Zetel } from '../domain/casusfeiten';
import { DOELEN } from '../domain/doel';
import { KADERS } from '../domain/kader';
import { MEDEWERKER_ID } from '../domain/medewerkerId';
import { THEMAS, type Thema } from '../domain/thema';
import { vandaag } from '../domain/vandaag';
import type { Beginstand } from './beginstand';
import { digestOfBesluit, readBesluitAs, textOfBesluit } from './besluit';
import type { Stapgrond } from './zetStap';

/**
 * A partner brings a casus in (WGS 2.31), as it signs that: what a casus rests on from its first day, and who is to look at
 * it. Whom it is about stands in it by a digest only, for it is told to hubs.
 */
export interface Aanmelding
  extends Pick<Zetel, 'partner' | 'medewerker'>, Pick<Casusfeiten, 'convenant' | 'doel' | 'kader' | 'gemeente'> {
  readonly thema: Thema;
  /** Id of the partner that is to lead it, and his procesregisseur who is to look at it. */
  readonly regie: string;
  readonly procesregisseur: string;
  /** The day (ISO) on which it is brought in. */
  readonly dag: string;
  /** Random, of the melder's choice: it keeps whom it is about from being guessed by `wie`. */
  readonly sleutel: string;
  /** `wieVan` whom it is about. */
  readonly wie: string;
}

/** Whom an aanmelding is about, as the melder knows him. */
export interface Aangemelde {
  readonly voornamen: string;
  readonly voorvoegsel: string | null;
  readonly geslachtsnaam: string;
  readonly geboortedatum: string;
  /** null: not known, or not to be given. */
  readonly bsn: string | null;
}

const naam = z.string().regex(MEDEWERKER_ID);
/** One line of what can be seen. */
const regel = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{C}]+$/u);

/** As it comes over a wall: nothing missing, nothing extra. */
const aanmeldingSchema: z.ZodType<Aanmelding> = z.strictObject({
  ...{ partner: naam, medewerker: naam, regie: naam, procesregisseur: naam, convenant: naam },
  ...{ doel: z.enum(DOELEN), kader: z.enum(KADERS), thema: z.enum(THEMAS), gemeente: regel },
  dag: z.iso.date(),
  sleutel: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  wie: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What somebody can be called: there is a letter in it. */
const persoonsnaam = regel.regex(/\p{L}/u);

export const aangemeldeSchema: z.ZodType<Aangemelde> = z.strictObject({
  voornamen: persoonsnaam,
  voorvoegsel: persoonsnaam.nullable(),
  geslachtsnaam: persoonsnaam,
  geboortedatum: z.iso.date().refine((dag) => dag >= '1900-01-01' && dag <= vandaag()),
  // Whose it is nobody looks up by it here, and that of nobody (in the demo) fails the elfproef.
  bsn: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
});

/** What a text that was signed says, or null when it is no aanmelding as it is written. */
export function readAanmelding(tekst: string): Aanmelding | null {
  return readBesluitAs(aanmeldingSchema, tekst);
}

/**
 * Id of the casus that an aanmelding makes: it follows from what was signed, and is as random as its sleutel. So nobody can
 * choose that of another, or find out by one whether there is such a casus.
 */
export function casusVan(tekst: string): string {
  return digestOfBesluit(tekst).slice(0, 32);
}

/** Id of the person that it makes: it follows from what was signed as well, so that what is told of him is written down before. */
export function persoonVan(tekst: string): string {
  return createHash('sha256').update(`persoon ${tekst}`).digest('hex').slice(0, 32);
}

/** SHA-256, hexadecimal, over whom it is about and the sleutel, as JSON with sorted keys and no spaces (RFC 8785). */
export function wieVan(
  { voornamen, voorvoegsel, geslachtsnaam, geboortedatum, bsn }: Aangemelde,
  sleutel: string,
): string {
  const tekst = textOfBesluit({ voornamen, voorvoegsel, geslachtsnaam, geboortedatum, bsn, sleutel });
  return createHash('sha256').update(tekst).digest('hex');
}

/**
 * Where a casus stands by an aanmelding alone, or null where it can't be one: only a partner that takes part brings a casus
 * in, and a public one looks at it (WGS 2.31(2)). A public melder has confirmed casus and person by it.
 */
export function beginVan(aanmelding: Aanmelding, casus: string, wgsOf: Stapgrond['wgsOf']): Beginstand | null {
  const { partner, medewerker, regie, procesregisseur, ...one } = aanmelding;
  const wgs = wgsOf(partner);
  if (wgs === null || wgsOf(regie) !== 'PUBLIEK' || medewerker === procesregisseur) return null;
  const { convenant, doel, kader, gemeente, dag } = one;
  const since = { van: dag, tot: null };
  return {
    ...{ casus, doel, gemeente, convenant, regie, kader, dag },
    ...{ nr: 0, fase: 'AANMELDING', status: 'LOPEND' },
    bevestigdDoor: wgs === 'PUBLIEK' ? [partner] : [],
    zetels: [
      { partner, medewerker, rol: 'MELDER', ...since },
      { partner: regie, medewerker: procesregisseur, rol: 'PROCESREGISSEUR', ...since },
    ],
  };
}

/** What became of an aanmelding at the municipality, which keeps the casussen. */
export type Aanmelduitkomst =
  /** The casus is there. `handtekening` is the one that it keeps; `revisie` that of the facts of the melder since. */
  | { readonly uitkomst: 'GEZET'; readonly handtekening: string; readonly revisie: string }
  /** It is another day. */
  | { readonly uitkomst: 'ACHTERHAALD' }
  /** The melder or the procesregisseur is not designated as such by his partner today. */
  | { readonly uitkomst: 'NIET_AANGEWEZEN' }
  | { readonly uitkomst: 'GEEN_DEELNEMER' };
