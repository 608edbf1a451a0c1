import { decideCategorie, holdsNow } from './besluit';
import type { Situatie } from './besluit';
import type { Subgraaf } from '../../schema/domain/subgraaf';

/** What a row rule looks at: the record that something is, or is part of. */
export interface Rij {
  readonly id: string;
  readonly bronhouder: string;
  readonly subgraaf: Subgraaf;
  readonly persoon?: string;
  readonly gemeente?: string;
  /** Only of an actie. */
  readonly uitvoerder?: string;
  readonly relevantVoor?: readonly string[];
}

/** A chain rol receives under its own name and has nothing of the partner who employs it. */
const ontvanger = (s: Situatie): string =>
  s.rol === 'PROCESREGISSEUR' || s.rol === 'INFORMATIEMAKELAAR' ? s.rol : s.partner.id;

function isVrijgegeven(s: Situatie, rij: Rij): boolean {
  if (rij.subgraaf === 'municipality') return false;
  return s.world[rij.subgraaf].vrijgaven.some(
    (one) =>
      one.record === rij.id &&
      one.casus === s.casus.id &&
      one.ontvangers.includes(ontvanger(s)) &&
      one.ingetrokkenOp === null,
  );
}

const heeftGrond = (s: Situatie, rij: Rij, categorie: string): boolean =>
  s.world.care.gronden.some(
    (one) =>
      one.persoon === rij.persoon &&
      one.bronhouder === rij.bronhouder &&
      one.ontvangers.includes(ontvanger(s)) &&
      one.categorieen.includes(categorie) &&
      (one.doelen as readonly string[]).includes(s.doel) &&
      holdsNow(one, s.today) &&
      one.ingetrokkenOp === null,
  );

function isEigenOfRelevant(s: Situatie, rij: Rij): boolean {
  if (rij.uitvoerder === undefined) return false;
  if (s.rol === 'CASUSREGISSEUR' || s.rol === 'PROCESREGISSEUR') return true;
  return rij.uitvoerder === ontvanger(s) || (rij.relevantVoor ?? []).includes(ontvanger(s));
}

function holds(s: Situatie, beperking: string, rij: Rij, categorie: string): boolean {
  if (beperking === 'VRIJGEGEVEN') return isVrijgegeven(s, rij);
  if (beperking === 'MET_GROND') return heeftGrond(s, rij, categorie);
  if (beperking === 'EIGEN_EN_RELEVANT') return isEigenOfRelevant(s, rij);
  if (beperking === 'WERKGEBIED') {
    return ontvanger(s) === s.partner.id && rij.gemeente !== undefined && s.partner.werkgebied.includes(rij.gemeente);
  }
  return false;
}

/** Does its bronhouder not want this requester to have it, or `to`, to whom it would be sent on? */
export function heeftBezwaar(
  s: Situatie,
  subgraaf: Subgraaf,
  bronhouder: string,
  over: { record?: string; persoon?: string | undefined },
  to = ontvanger(s),
): boolean {
  return s.world[subgraaf].bezwaren.some((one) => {
    if (one.casus !== s.casus.id || one.bronhouder !== bronhouder) return false;
    if (one.record === null ? one.persoon !== over.persoon : one.record !== over.record) return false;
    if (to === one.partner) return false;
    return one.tegen.includes(to) || one.tegen.includes('IEDEREEN') || one.tegen.includes('onleesbaar');
  });
}

/** Of the person himself a bezwaar about him leaves that he is in the casus, whether he asked for geheimhouding, and what other rows say. */
const LEFT = [
  'casus.kern',
  'casus.betrokkenheid',
  'casus.kring',
  'casus.professionals',
  'persoon.geheimhouding',
  'gemeente.schuldindicatie',
];

const over = ({ id, persoon }: Rij, categorie: string): { record: string; persoon?: string | undefined } =>
  persoon === id && LEFT.includes(categorie) ? { record: id } : { record: id, persoon };

/** May this record not be sent on to who hosts that source, for this category? */
export function isHeldBack(s: Situatie, categorie: string, rij: Rij, from: Subgraaf, to: Subgraaf): boolean {
  const host = s.contract.partners.find((one) => one.subgraaf === to)?.id ?? '';
  return heeftBezwaar(s, from, rij.bronhouder, over(rij, categorie), host);
}

function isBezwaard(s: Situatie, rij: Rij, categorie: string): boolean {
  const about = over(rij, categorie);
  if (heeftBezwaar(s, rij.subgraaf, rij.bronhouder, about)) return true;
  // Of whom the police say that they do not know him, nothing is found there.
  const host = s.contract.partners.find((one) => one.subgraaf === 'police')?.oin ?? '';
  return rij.subgraaf === 'police' && about.persoon !== undefined && heeftBezwaar(s, 'police', host, about);
}

/** Does this record hold for this category? Of a row that is nobody's record (one's own seats) the decision is enough. */
export function isVisible(s: Situatie, categorie: string, rij: Rij | null): boolean {
  const uitkomst = decideCategorie(s, categorie);
  if (!uitkomst.allow) return false;
  if (rij === null) return true;
  return !isBezwaard(s, rij, categorie) && isGranted(s, categorie, rij);
}

/** As far as the convenant goes. */
export function isGranted(s: Situatie, categorie: string, rij: Rij): boolean {
  const uitkomst = decideCategorie(s, categorie);
  if (!uitkomst.allow) return false;
  return uitkomst.grants.some(
    (grant) =>
      grant.bronhouder === rij.bronhouder &&
      grant.beperkingen.every((beperking) => holds(s, beperking, rij, categorie)),
  );
}

/** Granted as the bronhouder's own: what geheimhouding leaves. */
export function isEigen(s: Situatie, categorie: string, rij: Rij): boolean {
  const uitkomst = decideCategorie(s, categorie);
  return uitkomst.allow && uitkomst.grants.some((grant) => grant.eigen && grant.bronhouder === rij.bronhouder);
}

/** Granted at all of this bronhouder: as much as can be said of a record that another source holds. */
export function isVan(s: Situatie, categorie: string, bronhouder: string): boolean {
  const uitkomst = decideCategorie(s, categorie);
  return uitkomst.allow && uitkomst.grants.some((grant) => grant.bronhouder === bronhouder);
}
