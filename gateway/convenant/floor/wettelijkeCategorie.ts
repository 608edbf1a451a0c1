import { perItem, type Vloerregel } from './vloerregel';

/**
 * The act closes the list of what may be shared, so a verstrekking says under which of its twelve categories each of
 * its gegevens falls. What a decision tells the requester and the register is this article.
 */
export const wettelijkeCategorie: Vloerregel = {
  artikel: 'WGS 2.30 lid 1; WGS 2.32',
  toets: ({ verstrekking, gegevens }) => {
    const genoemd = categorieenIn(verstrekking.artikel);
    return perItem('gegevens', gegevens, ({ naam, wgs }) => {
      if (genoemd.has(wgs)) return null;
      const verwacht = wgs === null ? 'WGS 2.32' : `WGS 2.30 lid 1 onder ${wgs}`;
      return `"${naam}" valt onder ${verwacht}, maar het artikel noemt dat niet`;
    });
  },
};

/** "WGS 2.30 lid 1 onder 4 en 5" names 4 and 5; "WGS 2.32" the dossier, which has no number: null. */
function categorieenIn(artikel: string): ReadonlySet<number | null> {
  const genoemd = new Set<number | null>();
  for (const deel of artikel.split(';').map((d) => d.trim())) {
    if (deel === 'WGS 2.32') genoemd.add(null);
    const onder = /^WGS 2\.30 lid 1 onder (\d+(?:(?:, | en )\d+)*)$/.exec(deel)?.[1];
    for (const nummer of onder?.split(/, | en /) ?? []) genoemd.add(Number(nummer));
  }
  return genoemd;
}
