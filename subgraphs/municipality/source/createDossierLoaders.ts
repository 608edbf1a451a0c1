import type { Kysely } from 'kysely';
import { listLoader, newestFirst, readList } from '../../kit';
import { createOpbrengstLoaders } from './createOpbrengstLoaders';
import { inOrder } from './inOrder';
import type { MunicipalityDB } from './MunicipalityDB';
import { once } from './once';
import { readTijdlijn } from './readTijdlijn';

interface Dossierrij {
  readonly bronhouder: string;
  readonly gemeente: string;
}

/** The dossier of the one casus that a request can be about; each part one statement, when first asked. */
export function createDossierLoaders(db: Kysely<MunicipalityDB>, casus: string | null) {
  // No casus has the empty id, so that a request without one finds nothing by the same way.
  const id = casus ?? '';
  const casusrij = once(
    async () => (await db.selectFrom('casussen').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
  );
  /** What the house itself wrote is a record of the casus, under the same bronhouder (WGS 2.32). */
  const vanDeCasus = async <Rij>(rijen: readonly Rij[]): Promise<(Rij & Dossierrij)[]> => {
    const dossier = await casusrij();
    if (dossier === null) return [];
    return rijen.map((rij) => ({ ...rij, bronhouder: dossier.bronhouder, gemeente: dossier.gemeente }));
  };
  const doeltoetsen = once(async () => {
    const rijen = await db.selectFrom('doeltoetsen').selectAll().where('casus', '=', id).execute();
    const gelezen = rijen.map((rij) => ({ ...rij, positief: rij.positief !== 0 }));
    return vanDeCasus(inOrder(gelezen, ({ datum }) => datum));
  });
  const overleggen = once(async () => {
    const rijen = await db.selectFrom('overleggen').selectAll().where('casus', '=', id).execute();
    return vanDeCasus(newestFirst(rijen, ({ datum }) => datum));
  });
  const acties = once(async () => {
    const rijen = await db.selectFrom('acties').selectAll().where('casus', '=', id).execute();
    const gelezen = rijen.map(({ relevant_voor, bij_niet_nakomen, ...rij }) => ({
      ...rij,
      relevantVoor: readRelevantVoor(relevant_voor),
      bijNietNakomen: bij_niet_nakomen,
    }));
    return inOrder(
      gelezen,
      ({ uiterlijk }) => uiterlijk,
      ({ id: actie }) => actie,
    );
  });
  return {
    casus: casusrij,
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
    doeltoets: once(async () => (await doeltoetsen()).at(-1) ?? null),
    overleggen,
    tijdlijn: once(async () => readTijdlijn(db, id, await overleggen(), await doeltoetsen())),
    ...createOpbrengstLoaders(db, acties),
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
    acties,
  };
}

/**
 * What can't be read makes an actie relevant to nobody, and no fault: a fault would tell those who may not see the actie
 * that it is there.
 */
function readRelevantVoor(json: string): readonly string[] {
  try {
    return readList(json);
  } catch {
    return [];
  }
}
