import type { Kysely } from 'kysely';
import { listLoader, newestFirst, readList } from '../../kit';
import { inOrder } from './inOrder';
import type { MunicipalityDB } from './MunicipalityDB';
import { once } from './once';

/** The dossier of the one casus that a request can be about; each part one statement, when first asked. */
export function createDossierLoaders(db: Kysely<MunicipalityDB>, casus: string | null) {
  // No casus has the empty id, so that a request without one finds nothing by the same way.
  const id = casus ?? '';
  return {
    casus: once(
      async () => (await db.selectFrom('casussen').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    ),
    /** Seats past and to come as well, in the order of the tafel. */
    zetels: once(async () => {
      const rijen = await db
        .selectFrom('zetels')
        .leftJoin('medewerkers', 'medewerkers.id', 'zetels.medewerker')
        .where('zetels.casus', '=', id)
        .select(['zetels.partner', 'zetels.medewerker', 'zetels.rol', 'zetels.van', 'zetels.tot', 'medewerkers.naam'])
        .execute();
      return inOrder(
        rijen,
        ({ partner }) => partner,
        ({ medewerker }) => medewerker,
        ({ rol }) => rol,
      );
    }),
    /** The latest. */
    doeltoets: once(async () => {
      const rijen = await db.selectFrom('doeltoetsen').selectAll().where('casus', '=', id).execute();
      const laatste = inOrder(rijen, ({ datum }) => datum).at(-1);
      return laatste === undefined
        ? null
        : { ...laatste, positief: laatste.positief !== 0, criteria: readList(laatste.criteria) };
    }),
    overleggen: once(async () => {
      const rijen = await db.selectFrom('overleggen').selectAll().where('casus', '=', id).execute();
      return newestFirst(rijen, ({ datum }) => datum);
    }),
    aanwezigen: listLoader(
      (overleggen: readonly string[]) =>
        db
          .selectFrom('aanwezigen')
          .leftJoin('medewerkers', 'medewerkers.id', 'aanwezigen.medewerker')
          .where('aanwezigen.overleg', 'in', overleggen)
          .select(['aanwezigen.overleg', 'aanwezigen.partner', 'aanwezigen.medewerker', 'medewerkers.naam'])
          .execute(),
      ({ overleg }) => overleg,
    ),
    plan: once(async () => {
      const plan = await db.selectFrom('plannen').selectAll().where('casus', '=', id).executeTakeFirst();
      if (plan === undefined) return null;
      const { doelstelling, vastgesteld_op: vastgesteldOp, bij_niet_nakomen: bijNietNakomen } = plan;
      return { doelstelling, vastgesteldOp, bijNietNakomen };
    }),
    leefgebiedplannen: once(() =>
      db.selectFrom('leefgebiedplannen').selectAll().where('casus', '=', id).orderBy('volgorde').execute(),
    ),
    acties: once(async () => {
      const rijen = await db.selectFrom('acties').selectAll().where('casus', '=', id).execute();
      const acties = rijen.map(({ relevant_voor, bij_niet_nakomen, ...rij }) => ({
        ...rij,
        relevantVoor: readList(relevant_voor),
        bijNietNakomen: bij_niet_nakomen,
      }));
      return inOrder(
        acties,
        ({ uiterlijk }) => uiterlijk,
        ({ id: actie }) => actie,
      );
    }),
  };
}
