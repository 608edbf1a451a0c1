import type { Kysely } from 'kysely';
import { vandaag } from '../../../schema/domain/vandaag';
import type { GetekendBesluit } from '../../../schema/verloop/besluit';
import { type Bron, type Bronbesluit, type Bronuitkomst, MEESTE_PERSONEN } from '../../../schema/verloop/bronbesluit';
import type { VrijgavenDB } from '../loaders/vrijgaveLoader';
import type { BronbesluitenDB } from './BronbesluitenDB';

type DB = BronbesluitenDB & VrijgavenDB;

/** Under which a besluit is kept. */
function keyOf({ record, persoon }: Omit<Bron, 'bron'>): { readonly over: string; readonly id: string } {
  return record === null ? { over: 'PERSOON', id: persoon ?? '' } : { over: 'RECORD', id: record };
}

/** The last besluit of a partner about this in this casus, with its nr, or undefined. */
export function findBronbesluit(
  db: Kysely<BronbesluitenDB>,
  { casus, partner }: Pick<Bronbesluit, 'casus' | 'partner'>,
  bron: Omit<Bron, 'bron'>,
): Promise<(GetekendBesluit & { readonly nr: number }) | undefined> {
  const { over, id } = keyOf(bron);
  return db
    .selectFrom('bronbesluiten')
    .select(['nr', 'tekst', 'handtekening'])
    .where('casus', '=', casus)
    .where('partner', '=', partner)
    .where('over', '=', over)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * Keeps a besluit in place of the one before it, with what it says, whole or not at all. The same one again is answered as
 * before.
 *
 * @param bronhouder OIN of whose it is
 * @param vrijgave whether this source has anything to release; without it there is no table of vrijgaven
 */
export async function takeBronbesluit(
  db: Kysely<DB>,
  besluit: Bronbesluit,
  getekend: GetekendBesluit,
  bronhouder: string,
  vrijgave: boolean,
): Promise<Bronuitkomst> {
  const once = (): Promise<Bronuitkomst> =>
    db.transaction().execute((all) => take(all, besluit, getekend, bronhouder, vrijgave));
  // Of two at the same moment one is refused, which finds when it looks again that it came too late, or is there already.
  return once().catch(once);
}

async function take(
  all: Kysely<DB>,
  besluit: Bronbesluit,
  { tekst, handtekening }: GetekendBesluit,
  bronhouder: string,
  vrijgave: boolean,
): Promise<Bronuitkomst> {
  const { casus, partner, nr } = besluit;
  const kept = await findBronbesluit(all, besluit, besluit);
  if (kept?.tekst === tekst) return { uitkomst: 'GEZET', handtekening: kept.handtekening };
  if (nr !== (kept?.nr ?? 0) + 1) return { uitkomst: 'ACHTERHAALD' };
  const key = { casus, partner, ...keyOf(besluit) };
  if (await isTeVeel(all, besluit)) return { uitkomst: 'TE_VEEL' };
  if (kept === undefined) {
    await all
      .insertInto('bronbesluiten')
      .values({ ...key, nr, tekst, handtekening })
      .execute();
  } else {
    const { numUpdatedRows } = await all
      .updateTable('bronbesluiten')
      .set({ nr, tekst, handtekening })
      .where((where) => where.and(key))
      .where('nr', '=', kept.nr)
      .executeTakeFirst();
    // Another one came between, where the store lets two read the same, or this very one: who looks again finds which.
    if (numUpdatedRows !== 1n) throw new Error('another besluit came between');
  }
  await writeBezwaar(all, besluit, bronhouder);
  if (vrijgave && besluit.record !== null) await writeVrijgave(all, casus, besluit.record, besluit.vrijgegevenAan);
  return { uitkomst: 'GEZET', handtekening };
}

/** With this one he would object about more persons than may be: what he took back does not count. */
async function isTeVeel(all: Kysely<DB>, { casus, partner, persoon, bezwaarTegen }: Bronbesluit): Promise<boolean> {
  if (persoon === null || bezwaarTegen.length === 0) return false;
  const { many } = await all
    .selectFrom('bezwaren')
    .select((of) => of.fn.countAll().as('many'))
    .where('casus', '=', casus)
    .where('partner', '=', partner)
    .where('persoon', '!=', persoon)
    .executeTakeFirstOrThrow();
  return Number(many) >= MEESTE_PERSONEN;
}

async function writeBezwaar(
  all: Kysely<DB>,
  { casus, partner, record, persoon, bezwaarTegen }: Bronbesluit,
  bronhouder: string,
): Promise<void> {
  await all
    .deleteFrom('bezwaren')
    .where('casus', '=', casus)
    .where('partner', '=', partner)
    .where('record', record === null ? 'is' : '=', record)
    .where('persoon', persoon === null ? 'is' : '=', persoon)
    .execute();
  if (bezwaarTegen.length === 0) return;
  const tegen = JSON.stringify(bezwaarTegen);
  await all.insertInto('bezwaren').values({ casus, bronhouder, partner, record, persoon, tegen }).execute();
}

async function writeVrijgave(all: Kysely<DB>, casus: string, record: string, aan: readonly string[]): Promise<void> {
  // What was released once stays known as such.
  await all
    .updateTable('vrijgaven')
    .set({ ingetrokken_op: vandaag() })
    .where('casus', '=', casus)
    .where('record', '=', record)
    .where('ingetrokken_op', 'is', null)
    .execute();
  if (aan.length === 0) return;
  const ontvangers = JSON.stringify(aan);
  await all.insertInto('vrijgaven').values({ record, casus, ontvangers, ingetrokken_op: null }).execute();
}
