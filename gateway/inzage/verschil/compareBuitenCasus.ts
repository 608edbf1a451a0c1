import { bereikVan } from '../cellen/bereik';
import type { Graaf } from '../cellen/graaf';
import { ALLE, GEEN, blokkenOf } from '../cellen/situaties';
import { BUITENSTAANDERS, type Buitenstaander, buitenCasus } from './buitenCasus';
import { type Cel, categorieenOf, cellenOf, nameOf } from './cel';
import { type Kaart, findGetuige } from './findGetuige';
import type { Groep } from './groep';
import type { Regelstand } from './regelstand';

/** What opens outside any casus, and every field of which that is the whole story: in a casus it is the same. */
interface Buiten {
  readonly groepen: readonly Groep[];
  readonly coordinaten: ReadonlySet<string>;
}

/** Rules, and the graph through which they are asked; null: it is not known. */
interface Zijde {
  readonly stand: Regelstand;
  readonly graaf: Graaf | null;
}

/**
 * What rests on a designation is told once, for those who get it: everybody who is designated, and apart from that who
 * looks into the rules. What they may ask but can't get to outside a casus is told of those who can, inside one.
 *
 * @param kaart null: no witness is looked for.
 */
export function compareBuitenCasus(before: Zijde, after: Zijde, kaart: Kaart | null): Buiten {
  const [blok] = blokkenOf(ALLE);
  const cellen = [...cellenOf(after.stand).values()];
  const everybody = seenBy(after, 'ELKE_AANGEWEZENE');
  const coordinaten = new Set<string>();
  const groepen = BUITENSTAANDERS.flatMap((wie): Groep[] => {
    const [now, was] = [seenBy(after, wie), seenBy(before, wie)];
    const seen = cellen.filter(now);
    for (const { coordinaat } of seen) coordinaten.add(coordinaat);
    const opened = seen.filter((cel) => (wie === 'ELKE_AANGEWEZENE' || !everybody(cel)) && !was(cel));
    if (opened.length === 0 || blok === undefined) return [];
    const found = kaart === null ? null : findGetuige(kaart, opened, now);
    const rol = wie === 'ELKE_AANGEWEZENE' ? null : wie;
    const names = opened.map(nameOf).sort();
    const categorieen = [...new Set(opened.flatMap((cel) => categorieenOf(after.stand, cel)))];
    return [
      {
        ...blok,
        ...{ convenant: null, van: null, tot: null, soort: 'NIEUW', zichtbaar: true, zonder: [] },
        ontvangers: [wie],
        partners: [],
        gegevens: [{ categorieen, wegen: [], was: [], vertelt: [], coordinaten: names }],
        cellen: names.length,
        getuige: found === null ? null : { query: found.query, coordinaat: nameOf(found.cel), rol, casus: null },
      },
    ];
  });
  return { groepen, coordinaten };
}

/** Whether somebody may ask a cel outside any casus, and can get to it. */
function seenBy({ stand, graaf }: Zijde, wie: Buitenstaander): (cel: Cel) => boolean {
  const may = buitenCasus(stand, wie);
  if (graaf === null) return may;
  const bereik = bereikVan(graaf, ({ coordinaat, verplicht }) => {
    const asked = [null, ...verplicht.map(({ name }) => name)];
    return asked.every((argument) => may({ coordinaat, argument })) ? ALLE : GEEN;
  });
  return (cel) => may(cel) && (bereik.get(cel.coordinaat.slice(0, cel.coordinaat.indexOf('.'))) ?? GEEN) !== GEEN;
}
