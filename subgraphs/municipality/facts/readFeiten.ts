import type { Kysely } from 'kysely';
import type { Aanwijzing, Casusfeiten, Toegangsfeiten } from '../../../schema/domain/casusfeiten';
import { readList } from '../../kit';
import { geldtOp } from '../source/geldtOp';
import { inOrder } from '../source/inOrder';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { revisieVan } from './revisieVan';

export interface Vraag {
  readonly casus: string | null;
  readonly partner: string;
  readonly medewerker: string;
}

/**
 * The facts that hold on this day. Known casus, unknown casus or none: the same two statements. Casus and tafel come
 * in one of them, so that they are of one moment.
 *
 * @param publiek ids of the public partners (WGS 2.27(1))
 */
export async function readFeiten(
  db: Kysely<MunicipalityDB>,
  { casus, partner, medewerker }: Vraag,
  publiek: ReadonlySet<string>,
  vandaag: string,
): Promise<Toegangsfeiten> {
  const feiten = {
    // No casus has the empty id.
    casus: await readCasusfeiten(db, casus ?? '', publiek, vandaag),
    aanwijzingen: await readAanwijzingen(db, partner, medewerker, vandaag),
  };
  return { revisie: revisieVan(feiten), ...feiten };
}

async function readCasusfeiten(
  db: Kysely<MunicipalityDB>,
  id: string,
  publiek: ReadonlySet<string>,
  vandaag: string,
): Promise<Casusfeiten | null> {
  const rijen = await db
    .selectFrom('casussen')
    .leftJoin('zetels', 'zetels.casus', 'casussen.id')
    .where('casussen.id', '=', id)
    .selectAll('casussen')
    .select(['zetels.partner', 'zetels.medewerker', 'zetels.rol', 'zetels.van', 'zetels.tot'])
    .execute();
  const [casus] = rijen;
  if (casus === undefined) return null;
  const tafel = rijen.flatMap(({ partner, medewerker, rol, van, tot }) => {
    if (partner === null || medewerker === null || rol === null || van === null) return [];
    return geldtOp(vandaag, { van, tot }) ? [{ partner, medewerker, rol }] : [];
  });
  return {
    casus: casus.id,
    doel: casus.doel,
    fase: casus.fase,
    kader: casus.kader,
    status: casus.status,
    gemeente: casus.gemeente,
    convenant: casus.convenant,
    regie: casus.regie,
    bevestigd: isBevestigd(readList(casus.bevestigd_door), publiek),
    tafel: inOrder(
      tafel,
      ({ partner }) => partner,
      ({ medewerker }) => medewerker,
      ({ rol }) => rol,
    ),
  };
}

/** A second public partner has confirmed casus and persons (WGS 2.31): nobody reports his neighbour to read his hits. */
function isBevestigd(door: readonly string[], publiek: ReadonlySet<string>): boolean {
  return new Set(door.filter((partner) => publiek.has(partner))).size >= 2;
}

async function readAanwijzingen(
  db: Kysely<MunicipalityDB>,
  partner: string,
  medewerker: string,
  vandaag: string,
): Promise<Aanwijzing[]> {
  const rijen = await db
    .selectFrom('aanwijzingen')
    .selectAll()
    .where('medewerker', '=', medewerker)
    .where('partner', '=', partner)
    .execute();
  const nu = rijen.filter((rij) => geldtOp(vandaag, rij)).map(({ rol }) => ({ partner, rol }));
  return inOrder(nu, ({ rol }) => rol);
}
