import { OperationTypeNode } from 'graphql';
import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import { Hubfout } from '../schema/domain/hubfout';
import type { Coordinaatlabel } from '../schema/domain/labels';
import type { Onderwerp } from '../schema/domain/onderwerp';
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
 * Checks that an operation can be asked in this context: one change at a time, what needs a casus inside one, of no other casus than that, and
 * what rests on a rol only by somebody who says in which of his rollen he asks it.
 *
 * @throws Hubfout
 */
export function checkAsked(grond: Grond, gevraagd: Gevraagd, context: Verzoekcontext): void {
  const casus = context.soort === 'CASUS' ? context.feiten.casus : undefined;
  if (casus === undefined && needsCasus(gevraagd)) throw incomplete('Keten-Casus');
  const changes = gevraagd.operation.operation === OperationTypeNode.MUTATION;
  if (changes && (gevraagd.sleutels.size !== 1 || gevraagd.wortels.includes('__typename'))) {
    // Of several, one could be done and the next one fail: then nobody could say what was changed.
    throw new Hubfout('HUB_LIMIET', 'Vraag een wijziging per keer: dan staat vast of zij is gedaan.');
  }
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

const OP_ROL: readonly (Onderwerp | undefined)[] = ['REGELS', 'REGISTER'];

function needsRol({ labels, catalogus }: Grond, { root, wortels }: Gevraagd): boolean {
  const categories = wortels.flatMap((naam) => labels.get(`${root}.${naam}`)?.categorieen ?? []);
  return categories.some((naam) => OP_ROL.includes(catalogus.get(naam)?.betreft));
}
