import type { Kysely } from 'kysely';
import type { Bron, Bronbesluit, Bronstand } from '../../../schema/verloop/bronbesluit';
import { readOntvangers, type VrijgavenDB } from '../loaders/vrijgaveLoader';
import { readTegen } from './Bezwaren';
import type { BronbesluitenDB } from './BronbesluitenDB';
import { findBronbesluit } from './takeBronbesluit';

/**
 * How it stands with what a bronhouder holds in a casus: to whom it is released and to whom not to be given, by a besluit or
 * by what he wrote into the tables himself.
 *
 * @param bron null: none of his
 */
export async function readBronstand(
  db: Kysely<BronbesluitenDB & VrijgavenDB>,
  van: Pick<Bronbesluit, 'casus' | 'partner'>,
  bron: Bron | null,
  vrijgave: boolean,
): Promise<Bronstand> {
  if (bron === null) return { nr: 0, vrijgegevenAan: [], bezwaarTegen: [] };
  const { record, persoon } = bron;
  const last = await findBronbesluit(db, van, bron);
  const bezwaren = await db
    .selectFrom('bezwaren')
    .select('tegen')
    .where('casus', '=', van.casus)
    .where('partner', '=', van.partner)
    .where('record', record === null ? 'is' : '=', record)
    .where('persoon', persoon === null ? 'is' : '=', persoon)
    .execute();
  const vrijgaven =
    record === null || !vrijgave
      ? []
      : await db
          .selectFrom('vrijgaven')
          .select('ontvangers')
          .where('casus', '=', van.casus)
          .where('record', '=', record)
          .where('ingetrokken_op', 'is', null)
          .execute();
  return {
    nr: last?.nr ?? 0,
    vrijgegevenAan: together(vrijgaven.map(({ ontvangers }) => readOntvangers(ontvangers))),
    bezwaarTegen: together(bezwaren.map(({ tegen }) => readTegen(tegen))),
  };
}

function together(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}
