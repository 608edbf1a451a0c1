import { z } from 'zod';
import { FASEN } from '../domain/fase';
import { MEDEWERKER_ID } from '../domain/medewerkerId';
import { KADERS } from '../domain/kader';
import { ROLLEN } from '../domain/rol';
import type { Akte } from './akte';

const naam = z.string().regex(MEDEWERKER_ID);
/** Nothing that a store would keep as something else than was signed. */
const tekst = z
  .string()
  .max(2_000)
  .regex(/^(?:[^\p{C}]|\n)*$/u);
const kop = {
  casus: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  partner: naam,
  medewerker: naam,
  nr: z.int().min(1).max(1_000_000),
  vorige: z.string().regex(/^[0-9a-f]{64}$/),
  sleutel: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  dag: z.iso.date(),
};
const zetel = { zetelPartner: naam, zetelMedewerker: naam };

/** A akte as it comes over a wall: nothing missing, nothing extra, nothing without bounds. */
export const akteSchema: z.ZodType<Akte> = z.discriminatedUnion('stap', [
  z.strictObject({ ...kop, stap: z.literal('BEVESTIGEN') }),
  z.strictObject({ ...kop, stap: z.literal('AFSCHERMEN') }),
  z.strictObject({
    ...kop,
    stap: z.literal('DOELTOETSEN'),
    positief: z.boolean(),
    criteria: z.array(tekst.min(1)).max(20),
    toelichting: tekst,
  }),
  z.strictObject({ ...kop, stap: z.literal('NAAR_FASE'), fase: z.enum(FASEN) }),
  z.strictObject({ ...kop, stap: z.literal('WIJZIG_KADER'), kader: z.enum(KADERS) }),
  z.strictObject({ ...kop, ...zetel, stap: z.literal('PLAATS_GEVEN'), rol: z.enum(ROLLEN) }),
  z.strictObject({ ...kop, ...zetel, stap: z.literal('VERLATEN') }),
  z.strictObject({ ...kop, ...zetel, stap: z.literal('VERVANGEN'), door: naam }),
]);
