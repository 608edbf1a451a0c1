import type { Kysely } from 'kysely';
import { inOrder } from './inOrder';
import type { Adviessoort, MunicipalityDB } from './MunicipalityDB';

/** A gebeurtenis of the casus: of the dossier itself, or a reference to what a partner brought in. */
interface Gebeurtenisrij {
  readonly __typename: string;
  readonly datum: string;
  readonly bronhouder: string;
}

const ADVIESTYPEN: Readonly<Record<Adviessoort, string>> = {
  POLITIEADVIES: 'Politieadvies',
  ZORGADVIES: 'Zorgadvies',
};

/**
 * Newest first; of one day by kind, then by id. By what the dossier itself knows, so that what a source withholds later
 * moves nothing.
 */
export async function readTijdlijn(
  db: Kysely<MunicipalityDB>,
  casus: string,
  overleggen: readonly { readonly id: string; readonly datum: string; readonly bronhouder: string }[],
  doeltoetsen: readonly { readonly toelichting: string; readonly datum: string; readonly bronhouder: string }[],
): Promise<readonly Gebeurtenisrij[]> {
  const ingebracht = await db.selectFrom('ingebrachte_adviezen').selectAll().where('casus', '=', casus).execute();
  const perSoort = [
    ...doeltoetsen.map((rij) => ({ ...rij, __typename: 'Doeltoets', plek: rij.toelichting })),
    ...overleggen.map((rij) => ({ ...rij, __typename: 'Overleg', plek: rij.id })),
    ...ingebracht.map((rij) => ({ ...rij, __typename: ADVIESTYPEN[rij.soort], plek: rij.id })),
  ];
  const oplopend = inOrder(
    perSoort,
    ({ __typename }) => __typename,
    ({ plek }) => plek,
  );
  return oplopend.sort((a, b) => (a.datum === b.datum ? 0 : a.datum < b.datum ? 1 : -1));
}
