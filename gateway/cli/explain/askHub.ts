import { z } from 'zod';
import { fallsShort, unusable } from '../ended';
import type { Vraagkop } from './vraagkop';

/** How long the hub may think, in ms. */
const PATIENCE = 30_000;

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

const answerSchema = z.object({ data: z.object({ uitleg: uitlegSchema }) });

/** Every field of the answer, in the order in which it is printed. */
const UITLEG = `query ($vraag: String!, $variabelen: String) { uitleg(vraag: $vraag, variabelen: $variabelen) {
  velden {
    coordinaat pad categorieen besluit reden beperkingen voorwaarden convenant versie artikel
    keten { aan partner categorie wat besluit reden artikel }
  }
  digest } }`;

const refusalSchema = z.object({
  errors: z.tuple([z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })]).rest(z.unknown()),
});

/**
 * Asks the running hub to explain a query, under the caller's identity: a field of the graph like any other. Throws
 * Ended: 1 when the hub refuses, 2 when there is no hub to answer.
 */
export async function askHub(
  publicUrl: string,
  kop: Vraagkop,
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
): Promise<Uitleg> {
  const address = new URL('graphql', publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`);
  const asked = { vraag: query, variabelen: JSON.stringify(variables) };
  const reached = await post(address, kop, { query: UITLEG, variables: asked });
  const said: unknown = parseJson(reached.asSaid);
  const answer = answerSchema.safeParse(said);
  if (reached.status === 200 && answer.success) return answer.data.data.uitleg;
  const refusal = refusalSchema.safeParse(said);
  if (refusal.success) {
    const [{ message, extensions }] = refusal.data.errors;
    const line = `${extensions.code}: ${message}`;
    throw reached.status < 500 ? fallsShort(line) : unusable(line);
  }
  throw unusable(`Op ${address.origin} antwoordt iets dat geen hub is (${String(reached.status)}).`);
}

async function post(address: URL, headers: Vraagkop, body: unknown): Promise<{ status: number; asSaid: string }> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { status: response.status, asSaid: await response.text() };
  } catch {
    throw unusable(`De hub is niet bereikbaar op ${address.origin}; loopt hij? (npm start)`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
