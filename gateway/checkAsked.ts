import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import type { Coordinaatlabel } from '../schema/domain/labels';
import { ZONDER_CASUS } from '../schema/domain/zonderCasus';
import { type Verzoekcontext, inaccessible, incomplete, unclearRol } from './context/openContext';
import type { Gevraagd } from './prune/readOperation';

interface Grond {
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  readonly catalogus: Gegevenscatalogus;
}

/** Whether an operation asks anything that stands in a casus. */
export function needsCasus({ wortels }: Gevraagd): boolean {
  return wortels.some((naam) => naam !== '__typename' && !ZONDER_CASUS.includes(naam));
}

/**
 * Checks that an operation can be asked in this context: what needs a casus inside one, of no other casus than that, and
 * what rests on a rol only by somebody who says in which of his rollen he asks it.
 *
 * @throws Hubfout
 */
export function checkAsked(grond: Grond, gevraagd: Gevraagd, context: Verzoekcontext): void {
  const casus = context.soort === 'CASUS' ? context.feiten.casus : undefined;
  if (casus === undefined && needsCasus(gevraagd)) throw incomplete('Keten-Casus');
  if (gevraagd.genoemd.some((named) => named !== casus)) throw inaccessible();
  if (
    context.soort === 'ZELF' &&
    context.rol === null &&
    context.aanwijzingen.length > 0 &&
    needsRol(grond, gevraagd)
  ) {
    throw unclearRol('ontbreekt: u bent in meer dan een rol aangewezen, en deze vraag hangt ervan af');
  }
}

function needsRol({ labels, catalogus }: Grond, { wortels }: Gevraagd): boolean {
  const categories = wortels.flatMap((naam) => labels.get(`Query.${naam}`)?.categorieen ?? []);
  return categories.some((naam) => catalogus.get(naam)?.betreft === 'REGELS');
}
