import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Akte, digestOf, textOf } from '../../../schema/verloop/akte';
import type { Casusstand } from '../../../schema/verloop/casusstand';
import type { MunicipalityDB } from '../source/MunicipalityDB';

/** Writes down a stap that was taken, and what became of the casus by it. @throws Error when another one was first. */
export async function writeCasusstand(
  db: Kysely<MunicipalityDB>,
  akte: Akte,
  handtekening: string,
  was: Casusstand,
  wordt: Casusstand,
): Promise<void> {
  const { casus, nr, partner, medewerker, sleutel, dag } = akte;
  const digest = digestOf(akte);
  const tekst = textOf(akte);
  // Of two with the same number the database refuses the second.
  await db
    .insertInto('akten')
    .values({ casus, nr, partner, medewerker, sleutel, digest, tekst, handtekening })
    .execute();
  const { fase, kader, status, bevestigdDoor } = wordt;
  await db
    .updateTable('casussen')
    .set({ fase, kader, status, bevestigd_door: JSON.stringify(bevestigdDoor), nr, vorige: digest })
    .where('id', '=', casus)
    .execute();
  await writeTafel(db, casus, was.tafel, wordt.tafel, dag);
  if (akte.stap === 'DOELTOETSEN') {
    const { positief, criteria, toelichting } = akte;
    const toets = { id: randomBytes(16).toString('hex'), casus, datum: dag, positief: positief ? 1 : 0, toelichting };
    await db
      .insertInto('doeltoetsen')
      .values({ ...toets, criteria: JSON.stringify(criteria) })
      .execute();
  }
}

/** A seat that was left holds no longer, from this day on; one that is taken holds from it. */
async function writeTafel(
  db: Kysely<MunicipalityDB>,
  casus: string,
  was: Casusstand['tafel'],
  wordt: Casusstand['tafel'],
  dag: string,
): Promise<void> {
  const left = was.filter((zetel) => !wordt.includes(zetel));
  const taken = wordt.filter((zetel) => !was.includes(zetel));
  for (const { partner, medewerker, rol } of left) {
    await db
      .updateTable('zetels')
      .set({ tot: dag })
      .where('casus', '=', casus)
      .where('partner', '=', partner)
      .where('medewerker', '=', medewerker)
      .where('rol', '=', rol)
      .where('van', '<=', dag)
      .where((or) => or.or([or('tot', 'is', null), or('tot', '>', dag)]))
      .execute();
    // Nor does he come back by himself, on a day that was given him earlier.
    await db
      .updateTable('zetels')
      .set((eb) => ({ tot: eb.ref('van') }))
      .where('casus', '=', casus)
      .where('partner', '=', partner)
      .where('medewerker', '=', medewerker)
      .where('van', '>', dag)
      .execute();
  }
  for (const zetel of taken) {
    const vervangt = left.find(({ partner }) => partner === zetel.partner)?.medewerker ?? null;
    await db
      .insertInto('zetels')
      .values({ casus, ...zetel, van: dag, tot: null, vervangt })
      .execute();
  }
}
