import type { Kysely } from 'kysely';
import type { Tekenaar } from '../../kit';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { maakBesluiten } from './maakBesluiten';

/**
 * Has the partners of the demo sign for what they have designated each medewerker of whom they signed no besluit, or under
 * a key that the demo no longer has.
 */
export async function hertekenBesluiten(db: Kysely<MunicipalityDB>, teken: Tekenaar): Promise<void> {
  const [kop = ''] = teken('aanwijzing+jws', '').split('.');
  const signed = await db.selectFrom('aanwijzingsbesluiten').selectAll().execute();
  const holds = (partner: string, medewerker: string): boolean =>
    signed.some(
      (one) => one.partner === partner && one.medewerker === medewerker && one.handtekening.startsWith(`${kop}.`),
    );
  const aanwijzingen = await db.selectFrom('aanwijzingen').selectAll().execute();
  for (const besluit of maakBesluiten(aanwijzingen, teken)) {
    const { partner, medewerker } = besluit;
    if (holds(partner, medewerker)) continue;
    await db
      .deleteFrom('aanwijzingsbesluiten')
      .where('partner', '=', partner)
      .where('medewerker', '=', medewerker)
      .execute();
    await db.insertInto('aanwijzingsbesluiten').values(besluit).execute();
  }
}
