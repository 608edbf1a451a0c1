import { z } from 'zod';
import { type Vraagkop, askHub } from '../asking/askHub';

const uitlegSchema = z.object({
  velden: z.array(
    z.object({
      coordinaat: z.string(),
      pad: z.array(z.string()),
      categorieen: z.array(z.string()),
      besluit: z.enum(['ALLOW', 'DENY', 'UNDECIDED']),
      reden: z.string().nullable(),
      beperkingen: z.array(z.string()),
      convenant: z.string().nullable(),
      versie: z.string().nullable(),
      artikel: z.string().nullable(),
      voorwaarden: z.array(z.string()),
      keten: z.array(
        z.object({
          aan: z.string(),
          partner: z.string().nullable(),
          categorie: z.string(),
          wat: z.string(),
          besluit: z.string(),
          reden: z.string().nullable(),
          artikel: z.string().nullable(),
        }),
      ),
    }),
  ),
  digest: z.string(),
});

/** What the hub decided of a query: per field, with the digest of the coordinate table in force. */
export type Uitleg = z.infer<typeof uitlegSchema>;

/** Every field of the answer, in the order in which it is printed. */
/** Asks the running hub to explain a query: a field of the graph like any other. Throws Ended. */
export async function askUitleg(
  publicUrl: string,
  kop: Vraagkop,
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
): Promise<Uitleg> {
  const asked = { vraag: query, variabelen: JSON.stringify(variables) };
  const shape = z.object({ uitleg: uitlegSchema });
  return (await askHub(publicUrl, kop, { operatie: 'uitleg', variables: asked }, shape)).uitleg;
}
