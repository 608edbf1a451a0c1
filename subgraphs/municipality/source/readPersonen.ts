import type { Kysely } from 'kysely';
import { inOrder } from './inOrder';
import type { MunicipalityDB, Soort } from './MunicipalityDB';

/** A person as he stands in one casus: row facts, and what follows from his name and day of birth. */
export interface PersoonInCasus
  extends
    Omit<MunicipalityDB['personen'], 'geheimhouding' | Onbekendbaar>,
    Readonly<Record<Onbekendbaar, string | null>> {
  /** His own id: the row fact of a record about a person. */
  readonly persoon: string;
  readonly soort: Soort;
  readonly geheimhouding: boolean;
  readonly weergavenaam: string;
  readonly geboortejaar: number;
}

/** Columns in which an empty text says that it is not known. */
type Onbekendbaar = 'bsn' | 'straat' | 'huisnummer' | 'postcode' | 'woonplaats' | 'wijk' | 'telefoon';

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
    ...known(rij),
    persoon: rij.id,
    geheimhouding: rij.geheimhouding !== 0,
    weergavenaam: [rij.voornamen, rij.voorvoegsel, rij.geslachtsnaam].filter((deel) => deel !== null).join(' '),
    geboortejaar: Number(rij.geboortedatum.slice(0, 4)),
  }));
  return inOrder(personen, ({ id }) => id);
}

function known(rij: MunicipalityDB['personen']): Record<Onbekendbaar, string | null> {
  const or = (value: string): string | null => (value === '' ? null : value);
  const { bsn, straat, huisnummer, postcode, woonplaats, wijk, telefoon } = rij;
  return {
    ...{ bsn: or(bsn), straat: or(straat), huisnummer: or(huisnummer), postcode: or(postcode) },
    ...{ woonplaats: or(woonplaats), wijk: or(wijk), telefoon: or(telefoon) },
  };
}
