import { z } from 'zod';
import { BEPERKINGEN } from '../../../schema/domain/beperking';
import type { Delegatie } from '../../../schema/domain/delegatie';
import { DOELEN } from '../../../schema/domain/doel';
import { ROLLEN } from '../../../schema/domain/rol';
import { SUBGRAVEN } from '../../../schema/domain/subgraaf';

const name = z.string().min(1).max(200);
const oin = z.string().regex(/^\d{20}$/);

/** The Delegatie as it comes over the wall: nothing missing, nothing extra. */
export const delegatieSchema: z.ZodType<Delegatie> = z.strictObject({
  subgraaf: z.enum(SUBGRAVEN),
  partner: name,
  oin,
  medewerker: name,
  werkgebied: z.array(name).max(500),
  rol: z.enum(ROLLEN).nullable(),
  doel: z.enum(DOELEN).nullable(),
  casus: name.nullable(),
  doorgegevenAan: z.array(name).max(SUBGRAVEN.length),
  verleningen: z
    .array(
      z.strictObject({
        categorie: name,
        bronhouder: oin,
        eigen: z.boolean(),
        beperkingen: z.array(z.enum(BEPERKINGEN)).max(BEPERKINGEN.length),
      }),
    )
    .max(5000),
});
