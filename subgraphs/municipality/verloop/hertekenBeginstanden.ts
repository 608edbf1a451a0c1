import type { Kysely } from 'kysely';
import { vandaag } from '../../../schema/domain/vandaag';
import { BEGIN } from '../../../schema/verloop/akte';
import { readList, type Tekenaar } from '../../kit';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { maakBeginstand } from './maakBeginstand';

/**
 * Has the partners of the demo sign, as it stands now, each casus of which they signed no beginstand, or under a key that the
 * demo no longer has: its folder was emptied, or the store is of an earlier version.
 */
export async function hertekenBeginstanden(db: Kysely<MunicipalityDB>, teken: Tekenaar): Promise<void> {
  const [kop = ''] = teken('beginstand+jws', '').split('.');
  const signed = await db.selectFrom('beginstanden').select(['casus', 'handtekeningen']).execute();
  const holds = new Set(
    signed
      .filter(({ handtekeningen }) =>
        Object.values(JSON.parse(handtekeningen) as Record<string, string>).every((one) => one.startsWith(`${kop}.`)),
      )
      .map(({ casus }) => casus),
  );
  for (const casus of await db.selectFrom('casussen').selectAll().execute()) {
    if (holds.has(casus.id)) continue;
    const zetels = await db.selectFrom('zetels').selectAll().where('casus', '=', casus.id).execute();
    const begin = maakBeginstand({ ...casus, bevestigdDoor: readList(casus.bevestigd_door) }, zetels, vandaag(), teken);
    await db.deleteFrom('beginstanden').where('casus', '=', casus.id).execute();
    await db.insertInto('beginstanden').values(begin).execute();
    // What comes next comes after this, and no longer after an akte under the key that is gone.
    await db.updateTable('casussen').set({ vorige: BEGIN }).where('id', '=', casus.id).execute();
  }
}
