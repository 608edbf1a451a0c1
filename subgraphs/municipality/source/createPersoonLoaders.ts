import type { Kysely } from 'kysely';
import { listLoader } from '../../kit';
import { inOrder } from './inOrder';
import type { MunicipalityDB } from './MunicipalityDB';
import { once } from './once';
import { readPersonen } from './readPersonen';

type Persoonstabel = 'inkomens' | 'schulden' | 'woonsituaties' | 'voorzieningen' | 'schoolgangen';

/** The persons of one casus, and of however many of them the rows of each table in one statement. */
export function createPersoonLoaders(db: Kysely<MunicipalityDB>, casus: string | null) {
  const perPersoon = <Rij extends { readonly id: string; readonly persoon: string }>(
    fetch: (personen: readonly string[]) => Promise<readonly Rij[]>,
  ) =>
    listLoader(
      async (personen: readonly string[]) => inOrder(await fetch(personen), ({ id }) => id),
      ({ persoon }) => persoon,
    );
  return {
    personen: once(() => readPersonen(db, casus)),
    relaties: listLoader(
      (personen: readonly string[]) => db.selectFrom('relaties').selectAll().where('van', 'in', personen).execute(),
      ({ van }) => van,
    ),
    inkomens: perPersoon((personen) => registraties(db, 'inkomens', personen)),
    schulden: perPersoon((personen) => registraties(db, 'schulden', personen)),
    woonsituaties: perPersoon(async (personen) =>
      (await registraties(db, 'woonsituaties', personen)).map((rij) => ({
        ...rij,
        ontruimingsdreiging: rij.ontruimingsdreiging !== 0,
      })),
    ),
    voorzieningen: perPersoon((personen) => registraties(db, 'voorzieningen', personen)),
    schoolgangen: perPersoon(async (personen) =>
      (await registraties(db, 'schoolgangen', personen)).map(
        ({ laatste_melding, leerplichtambtenaar_betrokken, ...rij }) => ({
          ...rij,
          laatsteMelding: laatste_melding,
          leerplichtambtenaarBetrokken: leerplichtambtenaar_betrokken !== 0,
        }),
      ),
    ),
  };
}

async function registraties<Tabel extends Persoonstabel>(
  db: Kysely<MunicipalityDB>,
  tabel: Tabel,
  personen: readonly string[],
): Promise<MunicipalityDB[Tabel][]> {
  // Kysely can't follow a table name that is a type parameter; every one of these tables has the column.
  const tabellen = db as unknown as Kysely<{ registraties: { persoon: string } }>;
  const rijen = await tabellen
    .selectFrom(tabel as 'registraties')
    .selectAll()
    .where('persoon', 'in', personen)
    .execute();
  return rijen as unknown as MunicipalityDB[Tabel][];
}
