import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fallsShort, unusable } from '../ended';

/** How long the hub may think, in ms. */
const PATIENCE = 30_000;

/** The headers with which a question is put to the hub. */
export type Vraagkop = Readonly<Record<string, string>>;

/** Where the operations of the command line are, which every hub has registered. */
const OPERATIES = join(__dirname, '../../../schema/operations/hub');

interface Question {
  /** Name of the file of a registered operation. */
  readonly operatie: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const refusalSchema = z.object({
  errors: z.tuple([z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })]).rest(z.unknown()),
});

/**
 * Puts a question to the running hub, under the caller's identity, as any client does. Throws Ended: 1 when the hub
 * refuses, 2 when there is no hub to answer, or it answers in another shape than was asked.
 */
export async function askHub<Data>(
  publicUrl: string,
  kop: Vraagkop,
  question: Question,
  shape: z.ZodType<Data>,
): Promise<Data> {
  const address = new URL('graphql', publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`);
  const reached = await post(address, kop, question);
  const said: unknown = parseJson(reached.asSaid);
  const answer = z.object({ data: shape }).safeParse(said);
  if (reached.status === 200 && answer.success) return answer.data.data;
  const refusal = refusalSchema.safeParse(said);
  if (refusal.success) {
    const [{ message, extensions }] = refusal.data.errors;
    const line = `${extensions.code}: ${message}`;
    throw reached.status < 500 ? fallsShort(line) : unusable(line);
  }
  throw unusable(`Op ${address.origin} antwoordt iets dat geen hub is (${String(reached.status)}).`);
}

async function post(
  address: URL,
  headers: Vraagkop,
  { operatie, variables }: Question,
): Promise<{ status: number; asSaid: string }> {
  const query = readFileSync(join(OPERATIES, `${operatie}.graphql`), 'utf8');
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
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
