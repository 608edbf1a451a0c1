import type { Kysely } from 'kysely';
import { listLoader } from '../../kit';
import { inOrder } from './inOrder';
import type { MunicipalityDB } from './MunicipalityDB';

/** What each overleg produced; however many overleggen, one statement for each kind. */
export function createOpbrengstLoaders<Actie extends { readonly id: string }>(
  db: Kysely<MunicipalityDB>,
  acties: () => Promise<readonly Actie[]>,
) {
  return {
    overlegbesluiten: listLoader(
      async (overleggen: readonly string[]) =>
        inOrder(
          await db.selectFrom('overlegbesluiten').selectAll().where('overleg', 'in', overleggen).execute(),
          ({ id }) => id,
        ),
      ({ overleg }) => overleg,
    ),
    opschalingen: listLoader(
      async (overleggen: readonly string[]) =>
        inOrder(
          await db.selectFrom('opschalingen').selectAll().where('overleg', 'in', overleggen).execute(),
          ({ id }) => id,
        ),
      ({ overleg }) => overleg,
    ),
    /** In the order of the acties of the casus; an actie of another casus is not among them. */
    overlegacties: listLoader(
      async (overleggen: readonly string[]) => {
        const links = await db.selectFrom('overlegacties').selectAll().where('overleg', 'in', overleggen).execute();
        return (await acties()).flatMap((actie) =>
          links.filter((link) => link.actie === actie.id).map(({ overleg }) => ({ ...actie, overleg })),
        );
      },
      ({ overleg }) => overleg,
    ),
  };
}
