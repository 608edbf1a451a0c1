import type { Kysely } from 'kysely';
import type { Rol } from '../../../schema/domain/rol';
import type { Casusstand, Verloop } from '../../../schema/verloop/casusstand';
import { readList } from '../../kit';
import { geldtOp } from '../source/geldtOp';
import type { MunicipalityDB } from '../source/MunicipalityDB';

/** A casus as a stap finds it, or null when there is none. */
export async function readCasusstand(
  db: Kysely<MunicipalityDB>,
  id: string,
  vandaag: string,
): Promise<(Casusstand & Omit<Verloop, 'begin'>) | null> {
  const casus = await db.selectFrom('casussen').selectAll().where('id', '=', id).executeTakeFirst();
  if (casus === undefined) return null;
  const zetels = await db.selectFrom('zetels').selectAll().where('casus', '=', id).execute();
  const { fase, kader, status, nr, vorige, bevestigd_door } = casus;
  return {
    ...{ fase, kader, status, nr, vorige, bevestigdDoor: readList(bevestigd_door) },
    tafel: zetels
      .filter((zetel) => geldtOp(vandaag, zetel))
      .map(({ partner, medewerker, rol }) => ({ partner, medewerker, rol })),
  };
}

/** In which rollen these medewerkers are designated today, each by the partner named with it. */
export async function readAangewezen(
  db: Kysely<MunicipalityDB>,
  medewerkers: readonly string[],
  vandaag: string,
): Promise<(partner: string, medewerker: string, rol: Rol) => boolean> {
  const rijen = await db.selectFrom('aanwijzingen').selectAll().where('medewerker', 'in', medewerkers).execute();
  const nu = rijen.filter((rij) => geldtOp(vandaag, rij));
  return (partner, medewerker, rol) =>
    nu.some((rij) => rij.partner === partner && rij.medewerker === medewerker && rij.rol === rol);
}
