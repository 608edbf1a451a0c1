import type { Kysely } from 'kysely';
import type { Aanwijzing, Casusfeiten, Toegangsfeiten } from '../../../schema/domain/casusfeiten';
import { type Stapgrond, isBevestigd } from '../../../schema/verloop/zetStap';
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
 * @param wgsOf the standing of a partner (WGS 2.27)
 */
export async function readFeiten(
  db: Kysely<MunicipalityDB>,
  { casus, partner, medewerker }: Vraag,
  wgsOf: Stapgrond['wgsOf'],
  vandaag: string,
): Promise<Toegangsfeiten> {
  const feiten = {
    // No casus has the empty id.
    ...(await readCasusfeiten(db, casus ?? '', wgsOf, vandaag)),
    aanwijzingen: await readAanwijzingen(db, partner, medewerker, vandaag),
  };
  return { revisie: revisieVan(feiten), ...feiten };
}

async function readCasusfeiten(
  db: Kysely<MunicipalityDB>,
  id: string,
  wgsOf: Stapgrond['wgsOf'],
  vandaag: string,
): Promise<Pick<Toegangsfeiten, 'casus' | 'verloop'>> {
  const rijen = await db
    .selectFrom('casussen')
    .leftJoin('zetels', 'zetels.casus', 'casussen.id')
    .where('casussen.id', '=', id)
    .selectAll('casussen')
    .select(['zetels.partner', 'zetels.medewerker', 'zetels.rol', 'zetels.van', 'zetels.tot'])
    .execute();
  const [casus] = rijen;
  if (casus === undefined) return { casus: null, verloop: null };
  const tafel = rijen.flatMap(({ partner, medewerker, rol, van, tot }) => {
    if (partner === null || medewerker === null || rol === null || van === null) return [];
    return geldtOp(vandaag, { van, tot }) ? [{ partner, medewerker, rol }] : [];
  });
  const bevestigdDoor = readList(casus.bevestigd_door);
  const feiten: Casusfeiten = {
    casus: casus.id,
    doel: casus.doel,
    fase: casus.fase,
    kader: casus.kader,
    status: casus.status,
    gemeente: casus.gemeente,
    convenant: casus.convenant,
    regie: casus.regie,
    bevestigd: isBevestigd({ bevestigdDoor }, { wgsOf }),
    tafel: inOrder(
      tafel,
      ({ partner }) => partner,
      ({ medewerker }) => medewerker,
      ({ rol }) => rol,
    ),
  };
  return { casus: feiten, verloop: { nr: casus.nr, vorige: casus.vorige, bevestigdDoor } };
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
