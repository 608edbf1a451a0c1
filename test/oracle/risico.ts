import type { Risiconiveau } from '../../schema/domain/risiconiveau';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import type { Situatie } from './besluit';
import { idOf, latestFirst } from './ding';
import type { Ding, Leaf } from './ding';
import { heeftBezwaar, isGranted, isHeldBack, isVan, isVisible } from './zichtbaar';
import type { Rij } from './zichtbaar';

/** What police and care put directly on a person. These values judge their own rows: they stand on no single record of the person. */

/** What police says of a person itself has the OIN of the host. */
function politierij(s: Situatie, of: Ding, id: string): Rij {
  const host = s.contract.partners.find((one) => one.subgraaf === 'police');
  return { id, bronhouder: host?.oin ?? '', subgraaf: 'police', persoon: idOf(of) };
}

const bekend =
  (categorie: string): Leaf =>
  (s, of) => {
    const host = politierij(s, of, idOf(of));
    if (!isGranted(s, categorie, host)) return null;
    // Of whom they will have nothing given they will not have it given that they know him.
    const verborgen = heeftBezwaar(s, 'police', host.bronhouder, { persoon: idOf(of) });
    return !verborgen && s.world.police.koppelingen.some((one) => one.persoon === idOf(of));
  };

/** Each row by whose it is, also where the police keep one of another. */
const risicosSeen = (s: Situatie, of: Ding) =>
  s.world.police.risicos.filter(
    (one) => one.persoon === idOf(of) && isVisible(s, 'politie.risico', { subgraaf: 'police', ...one }),
  );

const laatsteRisico = (s: Situatie, of: Ding): Risiconiveau | null =>
  latestFirst(risicosSeen(s, of), (one) => one.peildatum)[0]?.niveau ?? null;

/** It stands in no record of its own, so it is given by the host. */
const veiligheidsrisico = (s: Situatie, of: Ding): Risiconiveau | null =>
  isVan(s, 'politie.risico', politierij(s, of, '').bronhouder) ? laatsteRisico(s, of) : null;

function veiligheidsbeeld(s: Situatie, of: Ding): Risiconiveau | null {
  const police = isVisible(s, 'politie.risico', politierij(s, of, ''));
  const seen: (Risiconiveau | null)[] = [police ? laatsteRisico(s, of) : null];
  for (const one of s.world.care.risicotaxaties) {
    if (one.persoon === idOf(of) && isVisible(s, 'zorg.risico', { subgraaf: 'care', ...one })) seen.push(one.niveau);
  }
  return (['HOOG', 'MIDDEN', 'LAAG'] as const).find((niveau) => seen.includes(niveau)) ?? null;
}

const WIJZEN = ['ALLEEN', 'MET_TWEE', 'MET_POLITIE', 'NIET_THUIS'];

/** What is withheld of geheimhouding leaves nothing to advise by. */
function bezoekadvies(s: Situatie, of: Ding): string | null {
  const { geheimhouding } = of.row as { geheimhouding: boolean };
  if (!isVisible(s, 'persoon.geheimhouding', of.rij)) return null;
  if (geheimhouding) return 'NIET_THUIS';
  const niveau = laatsteRisico(s, of);
  return niveau === null ? null : { LAAG: 'ALLEEN', MIDDEN: 'MET_TWEE', HOOG: 'MET_POLITIE' }[niveau];
}

function huisbezoek(s: Situatie, of: Ding): string | null {
  const seen: (string | null)[] = [bezoekadvies(s, of)];
  for (const one of s.world.care.huisbezoekafspraken) {
    if (one.persoon === idOf(of) && isVisible(s, 'zorg.huisbezoek', { subgraaf: 'care', ...one })) seen.push(one.wijze);
  }
  return [...WIJZEN].reverse().find((wijze) => seen.includes(wijze)) ?? null;
}

export const risicoLeaves: Record<string, Leaf> = {
  'Hoofdbetrokkene.bekendBijPolitie': bekend('politie.bekend'),
  'Kringlid.bekendBijPolitie': bekend('politie.kringbekend'),
  'Hoofdbetrokkene.veiligheidsrisico': veiligheidsrisico,
  'Hoofdbetrokkene.veiligheidsbeeld': veiligheidsbeeld,
  'Hoofdbetrokkene.bezoekadvies': bezoekadvies,
  'Hoofdbetrokkene.huisbezoek': huisbezoek,
};

/** The row of the police that counts is one that may not go to care. */
const risicoStays = (s: Situatie, of: Ding): boolean =>
  latestFirst(risicosSeen(s, of), (one) => one.peildatum)
    .slice(0, 1)
    .some((one) => isHeldBack(s, 'politie.risico', { subgraaf: 'police', ...one }, 'police', 'care'));

/** Of who asked for geheimhouding himself: the municipality says it, of the person as it has him. */
const geheimStays = (s: Situatie, of: Ding, to: 'police' | 'care'): boolean =>
  of.rij !== null &&
  isVisible(s, 'persoon.geheimhouding', of.rij) &&
  isHeldBack(s, 'persoon.geheimhouding', of.rij, 'municipality', to);

/** The police look at their own rows only if they were told that he did not ask for geheimhouding. */
function adviesStays(s: Situatie, of: Ding): boolean {
  if (geheimStays(s, of, 'care')) return true;
  const { geheimhouding } = of.row as { geheimhouding: boolean };
  const known = isVisible(s, 'persoon.geheimhouding', of.rij) && !geheimStays(s, of, 'police');
  return known && !geheimhouding && risicoStays(s, of);
}

/** May this value not go to that source, whatever it is? */
export function isKeptFrom(s: Situatie, of: Ding, name: string, to: Subgraaf): boolean {
  if (to === 'municipality') return false;
  if (name === 'geheimhouding') return geheimStays(s, of, to);
  if (to === 'police') return false;
  return name === 'bezoekadvies' ? adviesStays(s, of) : name === 'veiligheidsrisico' && risicoStays(s, of);
}

/** Could this not be worked out, since what it needs may not go to the source that works it out? */
export function isNotSentOn(s: Situatie, of: Ding, coordinaat: string): boolean {
  switch (coordinaat) {
    case 'Hoofdbetrokkene.veiligheidsbeeld':
      return risicoStays(s, of);
    case 'Hoofdbetrokkene.bezoekadvies':
      return geheimStays(s, of, 'police');
    case 'Hoofdbetrokkene.huisbezoek':
      return geheimStays(s, of, 'police') || adviesStays(s, of);
    default:
      return false;
  }
}
