import { z } from 'zod';
import { CASUSSTATUSSEN } from '../domain/casusstatus';
import { DOELEN } from '../domain/doel';
import { FASEN } from '../domain/fase';
import { KADERS } from '../domain/kader';
import { ROLLEN } from '../domain/rol';
import type { Beginstand } from './beginstand';

const naam = z.string().min(1).max(200);

/** A beginstand as it comes over a wall: nothing missing, nothing extra. */
export const beginstandSchema: z.ZodType<Beginstand> = z.strictObject({
  casus: naam,
  doel: z.enum(DOELEN),
  fase: z.enum(FASEN),
  kader: z.enum(KADERS),
  status: z.enum(CASUSSTATUSSEN),
  gemeente: naam,
  convenant: naam,
  regie: naam,
  nr: z.int().nonnegative(),
  dag: z.iso.date(),
  bevestigdDoor: z.array(naam).max(100),
  zetels: z
    .array(
      z.strictObject({
        ...{ partner: naam, medewerker: naam, rol: z.enum(ROLLEN) },
        ...{ van: z.iso.date(), tot: z.iso.date().nullable() },
      }),
    )
    .max(1_000),
});
