import type { Kysely } from 'kysely';
import type { Aanwijzingsbesluit, Besluituitkomst } from '../../../schema/verloop/aanwijzingsbesluit';
import type { GetekendBesluit } from '../../../schema/verloop/besluit';
import type { MunicipalityDB } from '../source/MunicipalityDB';

/** Keeps a besluit in place of the one before it, whole or not at all. The same one again is answered as before. */
export async function takeBesluit(
  db: Kysely<MunicipalityDB>,
  besluit: Aanwijzingsbesluit,
  getekend: GetekendBesluit,
): Promise<Besluituitkomst> {
  const once = (): Promise<Besluituitkomst> => db.transaction().execute((all) => take(all, besluit, getekend));
  // Of two at the same moment one is refused, which finds when it looks again that it came too late, or is there already.
  return once().catch(once);
}

async function take(
  all: Kysely<MunicipalityDB>,
  { partner, medewerker, nr, rollen }: Aanwijzingsbesluit,
  { tekst, handtekening }: GetekendBesluit,
): Promise<Besluituitkomst> {
  const kept = await all
    .selectFrom('aanwijzingsbesluiten')
    .select(['nr', 'tekst', 'handtekening'])
    .where('partner', '=', partner)
    .where('medewerker', '=', medewerker)
    .executeTakeFirst();
  if (kept?.tekst === tekst) return { uitkomst: 'GEZET', handtekening: kept.handtekening };
  if (nr !== (kept?.nr ?? 0) + 1) return { uitkomst: 'ACHTERHAALD' };
  if (kept === undefined) {
    await all.insertInto('aanwijzingsbesluiten').values({ partner, medewerker, nr, tekst, handtekening }).execute();
  } else {
    const { numUpdatedRows } = await all
      .updateTable('aanwijzingsbesluiten')
      .set({ nr, tekst, handtekening })
      .where('partner', '=', partner)
      .where('medewerker', '=', medewerker)
      .where('nr', '=', kept.nr)
      .executeTakeFirst();
    // Another one came between, where the store lets two read the same, or this very one: who looks again finds which.
    if (numUpdatedRows !== 1n) throw new Error('another besluit came between');
  }
  await all.deleteFrom('aanwijzingen').where('partner', '=', partner).where('medewerker', '=', medewerker).execute();
  const rows = rollen.map((rol) => ({ ...rol, partner, medewerker }));
  if (rows.length > 0) await all.insertInto('aanwijzingen').values(rows).execute();
  return { uitkomst: 'GEZET', handtekening };
}
