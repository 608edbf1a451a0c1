import { GeenAntwoord } from '../bron/Bron';
import type { Proefregel, Uitkomst } from '../regels/Proefregel';
import { nietTeProeven } from '../regels/Proefregel';
import { REGELS } from '../regels/regels';
import type { Verwijzing } from '../sdl/walkAntwoord';
import type { Proef, Proefgrond } from './Proef';
import { verken } from './verken';

/** What one rule came to. */
export interface Regeluitkomst extends Uitkomst {
  readonly regel: string;
  readonly omschrijving: string;
  readonly staatIn: string;
}

/**
 * Tries the rules on a source, one after the other: each question may make the next answer slower, never another.
 *
 * @param genoemd entities that are known to be there
 * @param alleen names of the rules to try; none: all of them
 * @param seen is told of each rule that was tried
 * @throws GeenAntwoord when the source can't be looked at to begin with
 */
export async function proefBron(
  grond: Proefgrond,
  genoemd: readonly Verwijzing[],
  alleen: readonly string[],
  seen: (tried: number, all: number) => void,
): Promise<Regeluitkomst[]> {
  const proef: Proef = { ...grond, verkenning: await verken(grond, genoemd), weigeringen: [] };
  const uitkomsten: Regeluitkomst[] = [];
  const regels = REGELS.filter(({ naam }) => alleen.length === 0 || alleen.includes(naam));
  for (const regel of regels) {
    const { naam, omschrijving, staatIn } = regel;
    uitkomsten.push({ regel: naam, omschrijving, staatIn, ...(await probeer(regel, proef)) });
    seen(uitkomsten.length, regels.length);
  }
  return uitkomsten;
}

async function probeer({ doe }: Proefregel, proef: Proef): Promise<Uitkomst> {
  try {
    return await doe(proef);
  } catch (fout) {
    if (fout instanceof GeenAntwoord) return nietTeProeven('de bron antwoordde niet, of te laat');
    throw fout;
  }
}
