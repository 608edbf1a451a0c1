import { z } from 'zod';
import { ROLLEN } from '../../../schema/domain/rol';
import { askHub } from '../asking/askHub';
import type { Gesprek } from '../asking/vrager';

const aanwijzingSchema = z.object({
  nr: z.number(),
  rollen: z.array(z.object({ rol: z.enum(ROLLEN), van: z.string(), tot: z.string().nullable() })),
});
export type Aanwijzing = z.infer<typeof aanwijzingSchema>;

/** Asks the running hub for what somebody of the own organisation is designated. Throws Ended. */
export async function askAanwijzing({ publicUrl, kop }: Gesprek, over: string): Promise<Aanwijzing> {
  const shape = z.object({ aanwijzing: aanwijzingSchema });
  const question = { operatie: 'aanwijzing', variables: { medewerker: over } };
  return (await askHub(publicUrl, kop, question, shape)).aanwijzing;
}
