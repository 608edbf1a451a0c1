import type { Kysely } from 'kysely';
import { inOrder } from './inOrder';
import type { MunicipalityDB, Soort } from './MunicipalityDB';

/** A person as he stands in one casus: row facts, and what follows from his name and day of birth. */
export interface PersoonInCasus extends Omit<MunicipalityDB['personen'], 'geheimhouding'> {
  /** His own id: the row fact of a record about a person. */
  readonly persoon: string;
  readonly soort: Soort;
  readonly geheimhouding: boolean;
  readonly weergavenaam: string;
  readonly geboortejaar: number;
}

/** All persons of this casus and nobody else, by id, in one statement: who is not in it can't be found from here. */
export async function readPersonen(
  db: Kysely<MunicipalityDB>,
  casus: string | null,
): Promise<readonly PersoonInCasus[]> {
  if (casus === null) return [];
  const rijen = await db
    .selectFrom('betrokkenheden')
    .innerJoin('personen', 'personen.id', 'betrokkenheden.persoon')
    .where('betrokkenheden.casus', '=', casus)
    .selectAll('personen')
    .select('betrokkenheden.soort')
    .execute();
  const personen = rijen.map((rij) => ({
    ...rij,
    persoon: rij.id,
    geheimhouding: rij.geheimhouding !== 0,
    weergavenaam: [rij.voornamen, rij.voorvoegsel, rij.geslachtsnaam].filter((deel) => deel !== null).join(' '),
    geboortejaar: Number(rij.geboortedatum.slice(0, 4)),
  }));
  return inOrder(personen, ({ id }) => id);
}
