import type { Risiconiveau } from '../../schema/domain/risiconiveau';
import type { Situatie } from './besluit';
import { idOf, latestFirst } from './ding';
import type { Ding, Leaf } from './ding';
import { isVisible } from './zichtbaar';
import type { Rij } from './zichtbaar';

/** What police and care put directly on a person. These values judge their own rows: they stand on no single record of the person. */

/** What police says of a person itself has the OIN of the host. */
function politierij(s: Situatie, of: Ding, id: string): Rij {
  const host = s.contract.partners.find((one) => one.subgraaf === 'police');
  return { id, bronhouder: host?.oin ?? '', subgraaf: 'police', persoon: idOf(of) };
}

const bekend =
  (categorie: string): Leaf =>
  (s, of) =>
    isVisible(s, categorie, politierij(s, of, idOf(of)))
      ? s.world.police.koppelingen.some((one) => one.persoon === idOf(of))
      : null;

function veiligheidsrisico(s: Situatie, of: Ding): Risiconiveau | null {
  const rows = s.world.police.risicos.filter(
    (one) => one.persoon === idOf(of) && isVisible(s, 'politie.risico', politierij(s, of, one.id)),
  );
  return latestFirst(rows, (one) => one.peildatum)[0]?.niveau ?? null;
}

function veiligheidsbeeld(s: Situatie, of: Ding): Risiconiveau | null {
  const seen: (Risiconiveau | null)[] = [veiligheidsrisico(s, of)];
  for (const one of s.world.care.risicotaxaties) {
    if (one.persoon === idOf(of) && isVisible(s, 'zorg.risico', { subgraaf: 'care', ...one })) seen.push(one.niveau);
  }
  return (['HOOG', 'MIDDEN', 'LAAG'] as const).find((niveau) => seen.includes(niveau)) ?? null;
}

export const risicoLeaves: Record<string, Leaf> = {
  'Hoofdbetrokkene.bekendBijPolitie': bekend('politie.bekend'),
  'Kringlid.bekendBijPolitie': bekend('politie.kringbekend'),
  'Hoofdbetrokkene.veiligheidsrisico': veiligheidsrisico,
  'Hoofdbetrokkene.veiligheidsbeeld': veiligheidsbeeld,
};
