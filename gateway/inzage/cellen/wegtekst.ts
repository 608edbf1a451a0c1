import type { Beperking } from '../../../schema/domain/beperking';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import type { Voorwaarde } from '../../../schema/domain/voorwaarde';
import { GEEN, type Situaties, without } from './situaties';
import type { Weg } from './weg';
import { nameKinds } from './nameKinds';

/** Ways by which a category comes, for people: suppliers that give alike stand together, a whole kind by its name. */
export interface Wegtekst {
  readonly categorie: string;
  readonly van: readonly string[];
  readonly eigen: boolean;
  readonly beperkingen: readonly Beperking[];
  readonly voorwaarden: readonly Voorwaarde[];
  readonly artikel: string;
}

/** Splits the situations in which a category comes by the ways that are open in them. */
export function splitWegen(wegen: readonly Weg[]): { waar: Situaties; open: readonly Weg[] }[] {
  let delen: { waar: Situaties; open: readonly Weg[] }[] = [];
  for (const weg of wegen) {
    let rest = weg.waar;
    delen = delen.flatMap((deel) => {
      const inside = deel.waar & weg.waar;
      if (inside === GEEN) return [deel];
      rest = without(rest, inside);
      const outside = without(deel.waar, inside);
      return [{ waar: inside, open: [...deel.open, weg] }, ...(outside === GEEN ? [] : [{ ...deel, waar: outside }])];
    });
    if (rest !== GEEN) delen.push({ waar: rest, open: [weg] });
  }
  return delen;
}

/** Ways that are open together. What a receiver has of his own, no other of his kind has to give him. */
export function tellWegen(
  categorie: string,
  wegen: readonly Weg[],
  ontvanger: Ketenpartner,
  partijen: readonly Ketenpartner[],
): Wegtekst[] {
  const alike = new Map<string, { readonly first: Weg; readonly van: Set<string> }>();
  for (const weg of wegen) {
    const { eigen, beperkingen, artikel } = weg;
    const key = JSON.stringify([eigen, beperkingen, [...weg.voorwaarden].sort(), artikel]);
    const known = alike.get(key) ?? { first: weg, van: new Set<string>() };
    known.van.add(weg.van.id);
    alike.set(key, known);
  }
  const own = wegen.some(({ eigen }) => eigen);
  const others = partijen.filter(({ id }) => !own || id !== ontvanger.id);
  return [...alike]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { first, van }]) => ({
      categorie,
      van: first.eigen ? ['EIGEN'] : nameKinds([...van], others),
      eigen: first.eigen,
      beperkingen: first.beperkingen,
      voorwaarden: [...first.voorwaarden].sort(),
      artikel: first.artikel,
    }));
}
