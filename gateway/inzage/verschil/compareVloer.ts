import type { Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import { WGS_STATUSSEN } from '../../../schema/domain/wgsStatus';
import type { Regelstand } from './regelstand';

/** What changed in the floor that a convenant stands on: in what no convenant can give, whatever it says. */
export interface Vloerverschil {
  readonly opent: readonly string[];
  readonly sluit: readonly string[];
}

/**
 * Compares what no convenant can set aside: the rules of each regime by name and article, what the catalogue demands of
 * a category, what the act makes of a partner, and on which floor each convenant stands. Where it can't be said which of
 * two is the stricter, it opens.
 */
export function compareVloer(oud: Regelstand, nieuw: Regelstand): Vloerverschil {
  return {
    opent: [...lifted(oud, nieuw), ...loosened(oud, nieuw), ...turned(oud, nieuw), ...moved(oud, nieuw)],
    // Of a table that does not name its floor nothing can be said, unless the one before it did.
    sluit: [...(oud.vloer === null ? [] : lifted(nieuw, oud)), ...loosened(nieuw, oud)],
  };
}

/** Rules that no longer hold, or no longer stand on the article that they stood on. */
function lifted(oud: Regelstand, nieuw: Regelstand): string[] {
  const rules = ({ vloer }: Regelstand): string[] =>
    Object.entries(vloer ?? {}).flatMap(([regime, regels]) =>
      Object.entries(regels).map(([naam, artikel]) => `regel ${naam} van ${regime} (${artikel})`),
    );
  const left = new Set(rules(nieuw));
  return rules(oud).filter((regel) => !left.has(regel));
}

/** What a category demanded of every verstrekking, and no longer does; and whom the act now lets give or receive more. */
function loosened(oud: Regelstand, nieuw: Regelstand): string[] {
  const categories = perCategorie(oud, nieuw, (was, nu) => [
    ...(was.vrijgave && !nu.vrijgave ? ['zonder vrijgave van de bronhouder'] : []),
    ...was.grond.filter((soort) => !nu.grond.includes(soort)).map((soort) => `zonder vastgelegde grond van ${soort}`),
    ...nu.bronnen.filter((soort) => !was.bronnen.includes(soort)).map((soort) => `ook van ${soort}`),
  ]);
  const partners = [...oud.partners.values()].flatMap(({ id, wgs }) => {
    const nu = nieuw.partners.get(id)?.wgs ?? wgs;
    // PUBLIEK, PRIVAAT, BUITEN: from the one who may have most.
    const freer = WGS_STATUSSEN.indexOf(nu) < WGS_STATUSSEN.indexOf(wgs);
    return freer ? [`${id}: ${nu} in plaats van ${wgs} (WGS 2.27)`] : [];
  });
  return [...categories, ...partners];
}

/** What a category is, where neither of two is the stricter: other rules of the floor now hold for it. */
function turned(oud: Regelstand, nieuw: Regelstand): string[] {
  return perCategorie(oud, nieuw, (was, nu) => [
    ...(was.wgs === nu.wgs ? [] : [`${wgsOf(nu)} in plaats van ${wgsOf(was)}`]),
    ...(was.betreft === nu.betreft ? [] : [`betreft ${nu.betreft} in plaats van ${was.betreft}`]),
    ...(was.dossier === nu.dossier ? [] : [nu.dossier ? 'nu van het dossier' : 'niet meer van het dossier']),
  ]);
}

function perCategorie(
  oud: Regelstand,
  nieuw: Regelstand,
  changes: (was: Gegevenscategorie, nu: Gegevenscategorie) => string[],
): string[] {
  return [...oud.catalogus.values()].flatMap((was) => {
    const nu = nieuw.catalogus.get(was.naam);
    return nu === undefined ? [] : changes(was, nu).map((what) => `${was.naam}: ${what}`);
  });
}

function wgsOf({ wgs }: Gegevenscategorie): string {
  return wgs === null ? 'WGS 2.32' : `WGS 2.30 lid 1 onder ${String(wgs)}`;
}

/** Convenanten that stand on the floor of another regime. */
function moved(oud: Regelstand, nieuw: Regelstand): string[] {
  return nieuw.convenanten.flatMap(({ id, versie, regime }) => {
    const stood = new Set(oud.convenanten.filter((one) => one.id === id).map((one) => one.regime));
    if (stood.size === 0 || stood.has(regime)) return [];
    return [`${id} versie ${versie}: op ${regime}, eerder op ${[...stood].sort().join(' en ')}`];
  });
}
