import type { Kysely } from 'kysely';
import { koppelingLoader, listLoader, persoonLoader, vrijgaveLoader, type LoaderInput } from '../../kit';
import type { CareDB, Clienttabel } from './CareDB';
import { readGrond, type Grondfeit } from './readGrond';

/**
 * The care source for one request: however many persons, one statement for the koppelingen, one for each table that is
 * asked, one for the gronden and one for the vrijgaven. Every record gets its gronden and vrijgaven, whatever the
 * category: which of them count is for the row rules.
 */
export function createLoaders({ db, delegatie }: LoaderInput<CareDB>) {
  const vrijgavenVan = vrijgaveLoader(db, delegatie.casus);
  const metVrijgaven = <Rij extends { readonly id: string }>(rijen: readonly Rij[]) =>
    Promise.all(rijen.map(async (rij) => ({ ...rij, vrijgaven: await vrijgavenVan(rij.id) })));

  const koppeling = koppelingLoader((personen) =>
    db
      .selectFrom('koppelingen')
      .select(['persoon', 'clientnummer as nummer'])
      .where('persoon', 'in', personen)
      .execute(),
  );
  const gronden = persoonLoader(
    koppeling,
    (nummers) => readGronden(db, nummers),
    (grond) => grond.clientnummer,
  );
  const records = <Tabel extends Clienttabel>(tabel: Tabel) => {
    const rijen = persoonLoader(
      koppeling,
      async (nummers) => metVrijgaven(await registraties(db, tabel, nummers)),
      (rij) => rij.clientnummer,
    );
    return {
      async load(persoon: string) {
        const [gevonden, grond] = await Promise.all([rijen.load(persoon), gronden.load(persoon)]);
        return gevonden.map((rij) => ({ ...rij, gronden: grond }));
      },
    };
  };

  return {
    bekendheden: records('bekendheden'),
    trajecten: records('trajecten'),
    diagnosen: records('diagnosen'),
    crisiscontacten: records('crisiscontacten'),
    veiligThuisMeldingen: records('veilig_thuis_meldingen'),
    risicotaxaties: records('risicotaxaties'),
    huisbezoekafspraken: records('huisbezoekafspraken'),
    adviezen: listLoader(
      async (casussen: readonly string[]) => {
        const rijen = await db.selectFrom('adviezen').selectAll().where('casus', 'in', casussen).execute();
        const nummers = [...new Set(rijen.map(({ clientnummer }) => clientnummer))];
        const grond = nummers.length === 0 ? [] : await readGronden(db, nummers);
        const personen = nummers.length === 0 ? [] : await readPersonen(db, nummers);
        // Found by casus, so the person is known here by client number; his gronden go by the same.
        return metVrijgaven(
          rijen.map((rij) => ({
            ...rij,
            ...overWie(personen, rij.clientnummer),
            persoon: rij.clientnummer,
            gronden: grond.filter(({ clientnummer }) => clientnummer === rij.clientnummer),
          })),
        );
      },
      (rij) => rij.casus,
    ),
  };
}

export type CareLoaders = ReturnType<typeof createLoaders>;

async function readGronden(db: Kysely<CareDB>, nummers: readonly string[]): Promise<Grondfeit[]> {
  const rijen = await db.selectFrom('gronden').selectAll().where('clientnummer', 'in', nummers).execute();
  return rijen.map(readGrond).filter((grond) => grond !== null);
}

/** The ids in the graph of clients, the other way round than everywhere else. */
function readPersonen(db: Kysely<CareDB>, nummers: readonly string[]): Promise<CareDB['koppelingen'][]> {
  return db.selectFrom('koppelingen').selectAll().where('clientnummer', 'in', nummers).execute();
}

/** Of a client with more than one id none is told: it would be a guess. What is withheld is by all of them. */
function overWie(
  koppelingen: readonly CareDB['koppelingen'][],
  nummer: string,
): { betreft?: string; betrokkenen: string[] } {
  const betrokkenen = koppelingen.filter(({ clientnummer }) => clientnummer === nummer).map(({ persoon }) => persoon);
  const [one, ...more] = betrokkenen;
  return { betrokkenen, ...(one === undefined || more.length > 0 ? {} : { betreft: one }) };
}

async function registraties<Tabel extends Clienttabel>(
  db: Kysely<CareDB>,
  tabel: Tabel,
  nummers: readonly string[],
): Promise<CareDB[Tabel][]> {
  // Kysely can't follow a table name that is a type parameter; every one of these tables has the column.
  const tabellen = db as unknown as Kysely<{ registraties: { clientnummer: string } }>;
  const rijen = await tabellen
    .selectFrom(tabel as 'registraties')
    .selectAll()
    .where('clientnummer', 'in', nummers)
    .execute();
  return rijen as unknown as CareDB[Tabel][];
}
