import { koppelingLoader, listLoader, persoonLoader, vrijgaveLoader, type LoaderInput } from '../../kit';
import type { Kysely } from 'kysely';
import type { PoliceDB } from './PoliceDB';

type Persoonstabel = 'aandachtsvestigingen' | 'meldingen' | 'incidenten' | 'verdenkingen' | 'risicos';

/**
 * The police source for one request: however many persons, one statement for the koppelingen, one for each table that
 * is asked and one for the vrijgaven.
 */
export function createLoaders({ db, delegatie, verborgen }: LoaderInput<PoliceDB>) {
  const vrijgavenVan = vrijgaveLoader(db, delegatie.casus);
  const metVrijgaven = <Rij extends { readonly id: string }>(rijen: readonly Rij[]) =>
    Promise.all(rijen.map(async (rij) => ({ ...rij, vrijgaven: await vrijgavenVan(rij.id) })));

  // A bezwaar against all that the police have of a person is one against telling that they know him, too.
  const koppeling = koppelingLoader(
    (personen) =>
      db
        .selectFrom('koppelingen')
        .select(['persoon', 'registratienummer as nummer'])
        .where('persoon', 'in', personen)
        .execute(),
    verborgen,
  );
  const perPersoon = <Rij extends { readonly registratienummer: string }>(
    fetch: (nummers: readonly string[]) => Promise<readonly Rij[]>,
  ) => persoonLoader(koppeling, fetch, (rij) => rij.registratienummer);

  return {
    koppeling,
    aandachtsvestigingen: perPersoon(async (nummers) =>
      metVrijgaven(await registraties(db, 'aandachtsvestigingen', nummers)),
    ),
    meldingen: perPersoon(async (nummers) => metVrijgaven(await registraties(db, 'meldingen', nummers))),
    incidenten: perPersoon(async (nummers) => metVrijgaven(await registraties(db, 'incidenten', nummers))),
    // Wpg 9 and 10 never leave the police, whatever the table holds (WGS 2.30(1) onder 7).
    verdenkingen: perPersoon(async (nummers) =>
      (await registraties(db, 'verdenkingen', nummers)).filter(
        ({ wpg_artikel }) => wpg_artikel === 8 || wpg_artikel === 13,
      ),
    ),
    risicos: perPersoon((nummers) => registraties(db, 'risicos', nummers)),
    adviezen: listLoader(
      (casussen: readonly string[]) => db.selectFrom('adviezen').selectAll().where('casus', 'in', casussen).execute(),
      (rij) => rij.casus,
    ),
  };
}

export type PoliceLoaders = ReturnType<typeof createLoaders>;

async function registraties<Tabel extends Persoonstabel>(
  db: Kysely<PoliceDB>,
  tabel: Tabel,
  nummers: readonly string[],
): Promise<PoliceDB[Tabel][]> {
  // Kysely can't follow a table name that is a type parameter; every one of these tables has the column.
  const tabellen = db as unknown as Kysely<{ registraties: { registratienummer: string } }>;
  const rijen = await tabellen
    .selectFrom(tabel as 'registraties')
    .selectAll()
    .where('registratienummer', 'in', nummers)
    .execute();
  return rijen as unknown as PoliceDB[Tabel][];
}
