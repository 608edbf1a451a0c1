import type { Kysely } from 'kysely';
import type { Casusfeiten, Toegangsfeiten, Zetel } from '../../../schema/domain/casusfeiten';
import type { GetekendBesluit } from '../../../schema/verloop/besluit';
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
 * The facts that hold on this day. Known casus or unknown: the same statements. Casus and tafel come
 * in one of them, so that they are of one moment, and so do who is designated and by which besluit.
 *
 * @param wgsOf the standing of a partner (WGS 2.27)
 */
export async function readFeiten(
  db: Kysely<MunicipalityDB>,
  { casus, partner, medewerker }: Vraag,
  wgsOf: Stapgrond['wgsOf'],
  vandaag: string,
): Promise<Toegangsfeiten> {
  // No casus has the empty id.
  const read = await readCasusfeiten(db, casus ?? '', wgsOf, vandaag);
  const { aangewezen, besluiten } = await readAanwijzingen(db, { casus: casus ?? '', partner, medewerker }, vandaag);
  const own = aangewezen.filter((one) => one.partner === partner && one.medewerker === medewerker);
  const feiten = {
    // Who is no longer designated for it has no seat (WGS 1.8(2), BGS 1.11): neither he nor his partner is told anything by it.
    casus:
      read.casus === null
        ? null
        : { ...read.casus, tafel: read.casus.tafel.filter((zetel) => holds(zetel, aangewezen)) },
    verloop: read.verloop,
    aanwijzingen: inOrder(
      own.map(({ rol }) => ({ partner, rol })),
      ({ rol }) => rol,
    ),
  };
  // Who asks outside a casus asks where he sits: that is what his answer rests on.
  const zetels = casus === null ? await readEigenZetels(db, { partner, medewerker }, feiten.aanwijzingen, vandaag) : [];
  return { revisie: revisieVan(feiten, zetels), ...feiten, besluiten };
}

/** Where he sits today, in a rol for which he is designated, and how that casus stands: sealed, it is none of his any more. */
async function readEigenZetels(
  db: Kysely<MunicipalityDB>,
  { partner, medewerker }: Omit<Vraag, 'casus'>,
  aanwijzingen: Toegangsfeiten['aanwijzingen'],
  vandaag: string,
): Promise<readonly string[]> {
  const zetels = await db
    .selectFrom('zetels')
    .innerJoin('casussen', 'casussen.id', 'zetels.casus')
    .selectAll('zetels')
    .select(['casussen.fase', 'casussen.kader', 'casussen.status'])
    .where('zetels.medewerker', '=', medewerker)
    .where('zetels.partner', '=', partner)
    .execute();
  return zetels
    .filter((zetel) => geldtOp(vandaag, zetel) && aanwijzingen.some(({ rol }) => rol === zetel.rol))
    .map(({ casus, rol, fase, kader, status }) => [casus, rol, fase, kader, status].join(' '))
    .sort();
}

function holds({ partner, medewerker, rol }: Zetel, aangewezen: readonly Zetel[]): boolean {
  return aangewezen.some((one) => one.partner === partner && one.medewerker === medewerker && one.rol === rol);
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
    .leftJoin('beginstanden', 'beginstanden.casus', 'casussen.id')
    .where('casussen.id', '=', id)
    .selectAll('casussen')
    .select('beginstanden.digest as begin')
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
  return { casus: feiten, verloop: { nr: casus.nr, vorige: casus.vorige, begin: casus.begin, bevestigdDoor } };
}

/** Who is designated today, by whom and as what, and what their partners signed of it. */
interface Aangewezen {
  readonly aangewezen: readonly Zetel[];
  readonly besluiten: readonly GetekendBesluit[];
}

/** Of the medewerker who asks, and of everybody with a seat in the casus; in one statement, so that both are of one moment. */
async function readAanwijzingen(
  db: Kysely<MunicipalityDB>,
  { casus, partner, medewerker }: Vraag & { readonly casus: string },
  vandaag: string,
): Promise<Aangewezen> {
  const mensen = db
    .selectFrom('aanwijzingen')
    .select(['partner', 'medewerker'])
    .where('medewerker', '=', medewerker)
    .where('partner', '=', partner)
    .union(
      db
        .selectFrom('aanwijzingsbesluiten')
        .select(['partner', 'medewerker'])
        .where('medewerker', '=', medewerker)
        .where('partner', '=', partner),
    )
    .union(db.selectFrom('zetels').select(['partner', 'medewerker']).where('casus', '=', casus));
  const rijen = await db
    .selectFrom(mensen.as('mensen'))
    .leftJoin('aanwijzingen', (join) =>
      join
        .onRef('aanwijzingen.medewerker', '=', 'mensen.medewerker')
        .onRef('aanwijzingen.partner', '=', 'mensen.partner'),
    )
    .leftJoin('aanwijzingsbesluiten as besluiten', (join) =>
      join.onRef('besluiten.medewerker', '=', 'mensen.medewerker').onRef('besluiten.partner', '=', 'mensen.partner'),
    )
    .selectAll('mensen')
    .select(['aanwijzingen.rol', 'aanwijzingen.van', 'aanwijzingen.tot'])
    .select(['besluiten.tekst', 'besluiten.handtekening'])
    .execute();
  const signed = rijen.flatMap(({ tekst, handtekening }) =>
    tekst === null || handtekening === null ? [] : [[tekst, { tekst, handtekening }] as const],
  );
  return {
    aangewezen: rijen.flatMap(({ rol, van, tot, ...wie }) =>
      rol !== null && van !== null && geldtOp(vandaag, { van, tot })
        ? [{ partner: wie.partner, medewerker: wie.medewerker, rol }]
        : [],
    ),
    besluiten: inOrder([...new Map(signed).values()], ({ tekst }) => tekst),
  };
}
