import type { Kysely } from 'kysely';
import type { Delegatie } from '../../../schema/domain/delegatie';
import type { LoaderInput } from '../../kit';
import { createDossierLoaders } from './createDossierLoaders';
import { createPersoonLoaders } from './createPersoonLoaders';
import { inOrder } from './inOrder';
import type { MunicipalityDB } from './MunicipalityDB';
import { once } from './once';

/**
 * The municipality's source for one request, bound to the casus of its delegation: nothing of another casus can be
 * reached through it. However many persons, each table that is asked costs one statement.
 */
export function createLoaders({ db, delegatie }: LoaderInput<MunicipalityDB>) {
  return {
    ...createDossierLoaders(db, delegatie.casus),
    ...createPersoonLoaders(db, delegatie.casus),
    eigenZetels: once(() => readEigenZetels(db, delegatie)),
    eigenAanwijzingen: once(() => readEigenAanwijzingen(db, delegatie)),
  };
}

export type MunicipalityLoaders = ReturnType<typeof createLoaders>;

/** Seats of the requester for his own partner, past and to come as well, each with its casus. */
async function readEigenZetels(db: Kysely<MunicipalityDB>, { medewerker, partner }: Delegatie) {
  const rijen = await db
    .selectFrom('zetels')
    .innerJoin('casussen', 'casussen.id', 'zetels.casus')
    .where('zetels.medewerker', '=', medewerker)
    .where('zetels.partner', '=', partner)
    .select(['zetels.partner', 'zetels.rol', 'zetels.van', 'zetels.tot', 'casussen.id as casusId'])
    .select(['casussen.kenmerk', 'casussen.thema', 'casussen.fase', 'casussen.kader', 'casussen.status'])
    .execute();
  return inOrder(
    rijen,
    ({ kenmerk }) => kenmerk,
    ({ rol }) => rol,
  );
}

/** For what the requester was, is and will be designated by his partner. */
function readEigenAanwijzingen(db: Kysely<MunicipalityDB>, { medewerker, partner }: Delegatie) {
  return db
    .selectFrom('aanwijzingen')
    .select(['rol', 'van', 'tot'])
    .where('medewerker', '=', medewerker)
    .where('partner', '=', partner)
    .execute();
}
