import { fallsShort } from '../ended';

/** One page of an answer that is told in several. */
interface Blad<Regel> {
  readonly regels: readonly Regel[];
  readonly volgende: number | null;
  readonly digest: string;
}

/** How often is begun again when what is told changes between two pages. */
const TIMES = 5;

/**
 * Asks all pages of one answer.
 *
 * @returns the first page, with the rows of all; null: there is nothing to be told.
 */
export async function askBladen<Regel, Eerste extends Blad<Regel>>(
  ask: (vanaf: number) => Promise<Eerste | null>,
): Promise<Eerste | null> {
  for (let time = 0; time < TIMES; time += 1) {
    const first = await ask(0);
    if (first === null) return null;
    const regels = [...first.regels];
    let page: Eerste | null = first;
    while (page !== null && page.digest === first.digest && page.volgende !== null) {
      page = await ask(page.volgende);
      regels.push(...(page?.regels ?? []));
    }
    if (page?.digest === first.digest) return { ...first, regels };
  }
  throw fallsShort('Wat er te vertellen is, verandert terwijl het wordt gevraagd. Probeer het later.');
}
