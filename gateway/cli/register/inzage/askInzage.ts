import { z } from 'zod';
import { askBladen } from '../../asking/askBladen';
import { askHub } from '../../asking/askHub';
import type { Gesprek } from '../../asking/vrager';

const regelSchema = z.object({
  dag: z.string(),
  van: z.string(),
  aan: z.string(),
  doel: z.string().nullable(),
  kader: z.string().nullable(),
  convenant: z.string().nullable(),
  artikel: z.string(),
  categorie: z.string(),
  label: z.string(),
  weg: z.enum(['ANTWOORD', 'BRON']),
  betreft: z.enum(['PERSOON', 'CASUS']),
  niets: z.boolean(),
  aangekomen: z.boolean(),
});
export type Inzageregel = z.infer<typeof regelSchema>;

const shape = z.object({
  inzage: z.object({ regels: z.array(regelSchema), volgende: z.number().nullable(), digest: z.string() }).nullable(),
});

/** All that may be told in a dossier; null: it is not there, or not for who asks. Throws Ended. */
export async function askInzage({ publicUrl, kop }: Gesprek, dossier: string): Promise<readonly Inzageregel[] | null> {
  const whole = await askBladen(async (vanaf) => {
    return (await askHub(publicUrl, kop, { operatie: 'inzage', variables: { dossier, vanaf } }, shape)).inzage;
  });
  return whole?.regels ?? null;
}
