import { z } from 'zod';
import type { Attest } from '../../regels/attest';
import { type Vraagkop, askHub } from '../asking/askHub';

const attestSchema: z.ZodType<Attest> = z.object({
  attest: z.string(),
  tabel: z.string(),
  labels: z.string(),
  code: z.string(),
  sleutels: z.array(z.string()),
  convenanten: z.array(
    z.object({
      convenant: z.string(),
      versie: z.string(),
      van: z.string(),
      tot: z.string(),
      voorbeeld: z.boolean(),
      digest: z.string(),
      getekend: z.array(z.string()),
      ontbreekt: z.array(z.string()),
    }),
  ),
});

/** Asks the running hub what it runs: a field of the graph like any other. Throws Ended. */
export async function askAttest(publicUrl: string, kop: Vraagkop): Promise<Attest> {
  const shape = z.object({ attest: attestSchema });
  return (await askHub(publicUrl, kop, { operatie: 'attest', variables: {} }, shape)).attest;
}
