import { deel, type Doorzakking, type Vloerregel } from './vloerregel';

/** The dossier, which is in none of them. */
const DOSSIER = 'WGS 2.32';
const CATEGORIEEN = 12;

/**
 * The act closes the list of what may be shared, so a verstrekking says under which of its twelve categories each of
 * its gegevens falls, and says nothing else there. What a decision tells the requester and the register is this article.
 */
export const wettelijkeCategorie: Vloerregel = {
  artikel: 'WGS 2.30 lid 1; WGS 2.32',
  toets: ({ verstrekking, gegevens }) => {
    const delen = deel(verstrekking.artikel);
    const vreemd = delen.filter((een) => categorieenIn(een) === null);
    const genoemd = new Set(delen.flatMap((een) => categorieenIn(een) ?? []));
    const meldingen = [
      ...vreemd.map((een) => `"${een}" is geen wettelijke categorie; verwacht "${DOSSIER}" of "${artikelVan(7)}"`),
      ...gegevens.flatMap(({ naam, wgs }) =>
        genoemd.has(wgs) ? [] : [`"${naam}" valt onder ${artikelVan(wgs)}, maar het artikel noemt dat niet`],
      ),
    ];
    return meldingen.map((melding): Doorzakking => ({ sleutel: 'artikel', plek: null, melding }));
  },
};

function artikelVan(wgs: number | null): string {
  return wgs === null ? DOSSIER : `WGS 2.30 lid 1 onder ${String(wgs)}`;
}

/** "WGS 2.30 lid 1 onder 4 en 5" names 4 and 5; "WGS 2.32" the dossier, which has no number: null. */
function categorieenIn(een: string): readonly (number | null)[] | null {
  if (een === DOSSIER) return [null];
  const onder = /^WGS 2\.30 lid 1 onder (\d+(?:(?:, | en )\d+)*)$/.exec(een)?.[1];
  const nummers = onder?.split(/, | en /).map(Number) ?? [];
  return nummers.length > 0 && nummers.every((nummer) => nummer >= 1 && nummer <= CATEGORIEEN) ? nummers : null;
}
