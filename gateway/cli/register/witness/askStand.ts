import { z } from 'zod';
import { type Vraagkop, askHub } from '../../asking/askHub';

const stand = z.object({ registerstand: z.object({ checkpoint: z.string().nullable() }) });
const growth = z.object({ registerconsistentie: z.array(z.string()).nullable() });

/** The newest checkpoint of the running hub; null when it has none. Throws Ended. */
export async function askStand(publicUrl: string, kop: Vraagkop): Promise<string | null> {
  return (await askHub(publicUrl, kop, { operatie: 'registerstand', variables: {} }, stand)).registerstand.checkpoint;
}

/** What the hub brings forward to prove that it only grew; null when it does not. Throws Ended. */
export async function askGrowth(
  publicUrl: string,
  kop: Vraagkop,
  variables: { readonly van: number; readonly tot: number },
): Promise<readonly Buffer[] | null> {
  const { registerconsistentie } = await askHub(
    publicUrl,
    kop,
    { operatie: 'registerconsistentie', variables },
    growth,
  );
  return registerconsistentie?.map((node) => Buffer.from(node, 'base64')) ?? null;
}
