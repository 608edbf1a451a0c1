import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import {
  type Aangemelde,
  type Aanmelding,
  type Aanmelduitkomst,
  beginVan,
  casusVan,
  persoonVan,
} from '../../../schema/verloop/aanmelding';
import { BEGIN } from '../../../schema/verloop/akte';
import type { GetekendBesluit } from '../../../schema/verloop/besluit';
import { type Beginstand, digestOfBegin } from '../../../schema/verloop/beginstand';
import type { Stapgrond } from '../../../schema/verloop/zetStap';
import { hostOf } from '../../kit/server/hostOf';
import { readFeiten } from '../facts/readFeiten';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { readAangewezen } from './readCasusstand';

/**
 * Makes a casus of an aanmelding, whole or not at all: with its two seats, and with the person as the melder knows him. He is
 * somebody new here and in every source, whoever is known by that name or BSN: that he is the same, each source finds out for
 * itself. The same aanmelding again is answered as before.
 */
export async function takeAanmelding(
  db: Kysely<MunicipalityDB>,
  aanmelding: Aanmelding,
  getekend: GetekendBesluit & { readonly wie: Aangemelde },
  wgsOf: Stapgrond['wgsOf'],
  vandaag: string,
): Promise<Aanmelduitkomst> {
  const once = (): Promise<Aanmelduitkomst> =>
    db.transaction().execute((all) => take(all, aanmelding, getekend, wgsOf, vandaag));
  // Of two at the same moment the database refuses one, which finds when it looks again that it came too late.
  return once().catch(once);
}

async function take(
  all: Kysely<MunicipalityDB>,
  aanmelding: Aanmelding,
  { tekst, handtekening, wie }: GetekendBesluit & { readonly wie: Aangemelde },
  wgsOf: Stapgrond['wgsOf'],
  vandaag: string,
): Promise<Aanmelduitkomst> {
  const { partner, medewerker } = aanmelding;
  const casus = casusVan(tekst);
  const taken = async (kept: string): Promise<Aanmelduitkomst> => {
    const { revisie } = await readFeiten(all, { casus: null, partner, medewerker }, wgsOf, vandaag);
    return { uitkomst: 'GEZET', handtekening: kept, revisie };
  };
  const kept = await all.selectFrom('beginstanden').selectAll().where('casus', '=', casus).executeTakeFirst();
  if (kept !== undefined) {
    const { [partner]: first = '' } = JSON.parse(kept.handtekeningen) as Record<string, string>;
    return taken(first);
  }
  if (aanmelding.dag !== vandaag) return { uitkomst: 'ACHTERHAALD' };
  const begin = beginVan(aanmelding, casus, wgsOf);
  if (begin === null) return { uitkomst: 'GEEN_DEELNEMER' };
  const isAangewezen = await readAangewezen(
    all,
    begin.zetels.map((zetel) => zetel.medewerker),
    vandaag,
  );
  if (!begin.zetels.every((zetel) => isAangewezen(zetel.partner, zetel.medewerker, zetel.rol)))
    return { uitkomst: 'NIET_AANGEWEZEN' };
  await writeCasus(all, begin, aanmelding);
  await all
    .insertInto('beginstanden')
    .values({ casus, digest: digestOfBegin(tekst), tekst, handtekeningen: JSON.stringify({ [partner]: handtekening }) })
    .execute();
  await writePersoon(all, casus, persoonVan(tekst), wie);
  return taken(handtekening);
}

async function writeCasus(all: Kysely<MunicipalityDB>, begin: Beginstand, { thema }: Aanmelding): Promise<void> {
  const { casus: id, doel, fase, kader, status, gemeente, convenant, regie, bevestigdDoor, zetels, nr, dag } = begin;
  await all
    .insertInto('casussen')
    .values({
      ...{ id, doel, fase, kader, status, gemeente, convenant, regie, nr, thema },
      bronhouder: hostOf('municipality'),
      kenmerk: `ZVH-${dag.slice(0, 4)}-${randomBytes(4).toString('hex')}`,
      escalatieniveau: 'OPERATIONEEL',
      bevestigd_door: JSON.stringify(bevestigdDoor),
      vorige: BEGIN,
    })
    .execute();
  await all
    .insertInto('zetels')
    .values(zetels.map((zetel) => ({ ...zetel, casus: id, vervangt: null })))
    .execute();
}

/** What is empty is not known. */
const ONBEKEND = { straat: '', huisnummer: '', postcode: '', woonplaats: '', wijk: '', gemeente: '', telefoon: '' };

async function writePersoon(
  all: Kysely<MunicipalityDB>,
  casus: string,
  id: string,
  { bsn, ...wie }: Aangemelde,
): Promise<void> {
  // Nobody looked yet whether he asked for geheimhouding: until then as if he did, for no visit or letter may give him away.
  const persoon = { id, bronhouder: hostOf('municipality'), ...wie, bsn: bsn ?? '', ...ONBEKEND, geheimhouding: 1 };
  await all
    .insertInto('personen')
    .values({ ...persoon, functie: null, organisatie: null, email: null })
    .execute();
  await all.insertInto('betrokkenheden').values({ casus, persoon: id, soort: 'HOOFDBETROKKENE' }).execute();
}
