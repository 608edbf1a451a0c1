import { parseCheckpoint } from '../verifier/checkpoint';
import { provesInclusion } from '../verifier/proofs';
import { leafHash } from '../verifier/tree';
import { Boomfout, type TreeReader } from './openTreeReader';

/** A C2SP tlog-proof, with the text of the entry as its `extra`. */
export interface Regelbewijs {
  readonly nr: number;
  /** Entries under the checkpoint that it stands on. */
  readonly grootte: number;
  readonly tekst: string;
}

/** What there is instead of a proof. */
export type GeenBewijs = 'ONBEKEND' | 'VERNIETIGD' | 'NOG_NIET';

/**
 * Proof that the entry with this receipt is in the register, as it is under the latest checkpoint.
 *
 * @throws Boomfout when the register holds no such proof though it should: it was tampered with.
 */
export async function proveEntry(
  reader: Pick<TreeReader, 'checkpoint' | 'find' | 'inclusion'>,
  id: string,
): Promise<Regelbewijs | GeenBewijs> {
  const regel = await reader.find(id);
  if (regel === null) return 'ONBEKEND';
  const { nr, tekst } = regel;
  if (tekst === null) return 'VERNIETIGD';
  const signed = await reader.checkpoint();
  const checkpoint = parseCheckpoint(signed ?? '');
  if (signed === null || checkpoint === null || nr >= checkpoint.grootte) return 'NOG_NIET';
  const { grootte, root } = checkpoint;
  const path = await reader.inclusion(nr, grootte);
  const text = Buffer.from(tekst);
  if (!provesInclusion(leafHash(text), nr, grootte, path, root)) {
    throw new Boomfout(`entry ${String(nr)} is not under the checkpoint of ${String(grootte)}`);
  }
  const lines = [
    'c2sp.org/tlog-proof@v1',
    `extra ${text.toString('base64')}`,
    `index ${String(nr)}`,
    ...path.map((node) => node.toString('base64')),
  ];
  return { nr, grootte, tekst: `${lines.join('\n')}\n\n${signed}` };
}
