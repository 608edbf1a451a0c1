import type { Attest } from '../../regels/attest';

/** What can be held against what lies in a folder: the keys of a running hub are its own. */
export const DELEN = ['tabel', 'labels', 'code'] as const;
type Deel = (typeof DELEN)[number];

/** A version that holds now or later, and who did not sign it. */
interface Ongetekend {
  readonly convenant: string;
  readonly versie: string;
  readonly partijen: readonly string[];
}

/** What a running hub attests, held against what lies here. */
export interface Bevinding extends Attest {
  /** What runs and is other than what lies here. */
  readonly afwijkend: readonly Deel[];
  readonly ongetekend: readonly Ongetekend[];
  readonly klopt: boolean;
}

/**
 * Holds what runs against what was reviewed. An example is signed by nobody and can hold in a demo only; of what is no
 * longer valid no signature matters any more.
 *
 * @param here null: what lies here can't be read, so nothing of what runs is shown to be it.
 * @param today ISO date.
 */
export function compareAttest(running: Attest, here: Attest | null, today: string): Bevinding {
  const afwijkend = DELEN.filter((deel) => running[deel] !== here?.[deel]);
  const ongetekend = running.convenanten
    .filter(({ voorbeeld, tot, ontbreekt }) => !voorbeeld && today < tot && ontbreekt.length > 0)
    .map(({ convenant, versie, ontbreekt }) => ({ convenant, versie, partijen: ontbreekt }));
  return { ...running, afwijkend, ongetekend, klopt: afwijkend.length + ongetekend.length === 0 };
}
