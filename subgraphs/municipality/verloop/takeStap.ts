import type { Kysely } from 'kysely';
import { type Akte, digestOf } from '../../../schema/verloop/akte';
import type { Stapuitkomst } from '../../../schema/verloop/stapuitkomst';
import { type Stapgrond, zetStap } from '../../../schema/verloop/zetStap';
import { readFeiten } from '../facts/readFeiten';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { readAangewezen, readCasusstand } from './readCasusstand';
import { writeCasusstand } from './writeCasusstand';

/**
 * Takes a stap, whole or not at all. The same one again is answered as before; one that was made up for an earlier stand
 * is a conflict.
 */
export async function takeStap(
  db: Kysely<MunicipalityDB>,
  akte: Akte,
  handtekening: string,
  wgsOf: Stapgrond['wgsOf'],
  vandaag: string,
): Promise<Stapuitkomst> {
  const once = (): Promise<Stapuitkomst> =>
    db.transaction().execute((all) => take(all, akte, handtekening, wgsOf, vandaag));
  // Of two at the same moment the database refuses one, which finds when it looks again that it came too late.
  return once().catch(once);
}

async function take(
  all: Kysely<MunicipalityDB>,
  akte: Akte,
  handtekening: string,
  wgsOf: Stapgrond['wgsOf'],
  vandaag: string,
): Promise<Stapuitkomst> {
  const { casus, partner, medewerker } = akte;
  const digest = digestOf(akte);
  const taken = async (nr: number, kept: string): Promise<Stapuitkomst> => {
    const { revisie } = await readFeiten(all, { casus, partner, medewerker }, wgsOf, vandaag);
    return { uitkomst: 'GEZET', nr, digest, handtekening: kept, revisie };
  };
  const stand = await readCasusstand(all, casus, vandaag);
  if (stand === null) return { uitkomst: 'GEWEIGERD', reden: 'GEEN_ZETEL' };
  const earlier = await all
    .selectFrom('akten')
    .select(['nr', 'digest', 'handtekening'])
    .where('casus', '=', casus)
    .where('partner', '=', partner)
    .where('medewerker', '=', medewerker)
    .where('sleutel', '=', akte.sleutel)
    .executeTakeFirst();
  if (earlier !== undefined)
    return earlier.digest === digest ? taken(earlier.nr, earlier.handtekening) : { uitkomst: 'SLEUTEL_GEBRUIKT' };
  const { nr, vorige } = stand;
  if (akte.nr !== nr + 1 || akte.vorige !== vorige || akte.dag !== vandaag) {
    return { uitkomst: 'ACHTERHAALD' };
  }
  const named = [...stand.tafel.map((zetel) => zetel.medewerker), medewerker, ...namedIn(akte)];
  const next = zetStap(stand, { partner, medewerker }, akte, {
    wgsOf,
    isAangewezen: await readAangewezen(all, named, vandaag),
  });
  if (typeof next === 'string') return { uitkomst: 'GEWEIGERD', reden: next };
  await writeCasusstand(all, akte, handtekening, stand, next);
  return taken(akte.nr, handtekening);
}

/** Whom a stap puts at the table. */
function namedIn(akte: Akte): readonly string[] {
  if (akte.stap === 'PLAATS_GEVEN') return [akte.zetelMedewerker];
  return akte.stap === 'VERVANGEN' ? [akte.door] : [];
}
