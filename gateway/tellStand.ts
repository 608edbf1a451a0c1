import { parseCheckpoint } from './register/verifier/checkpoint';
import type { Standvelden } from './hubgraph/standvelden';
import type { TreeReader } from './register/reader/openTreeReader';

/** What of the register may be told to everybody: how far it is, and that it only grew. */
type Registerlezer = Pick<TreeReader, 'checkpoint' | 'consistency'>;

/** The hub's answers about the register as a whole. */
export function tellStand(lezer: Registerlezer): Standvelden {
  return {
    registerstand: async () => ({ checkpoint: await lezer.checkpoint() }),
    registerconsistentie: ({ van, tot }) => proveGrowth(lezer, van, tot),
  };
}

/**
 * Proof that the register of `tot` entries continues that of `van`, in base64. null for sizes that no checkpoint reaches:
 * of what is not signed nothing is told.
 */
async function proveGrowth(lezer: Registerlezer, van: number, tot: number): Promise<readonly string[] | null> {
  const latest = parseCheckpoint((await lezer.checkpoint()) ?? '');
  if (latest === null || van < 0 || van > tot || tot > latest.grootte) return null;
  return (await lezer.consistency(van, tot)).map((node) => node.toString('base64'));
}
