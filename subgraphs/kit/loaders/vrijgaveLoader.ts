import type { Kysely } from 'kysely';
import type { Vrijgave } from '../synthetic/world';

/** A table of vrijgaven as a partner keeps it; `ontvangers` is a JSON list of partner ids. */
export interface VrijgavenDB {
  vrijgaven: { record: string; casus: string; ontvangers: string; ingetrokken_op: string | null };
}

/** The vrijgaven in force of a record in this casus; all of the casus are read at once, when the first is asked. */
export type VrijgavenVan = (record: string) => Promise<readonly Vrijgave[]>;

export function vrijgaveLoader(db: Kysely<VrijgavenDB>, casus: string | null): VrijgavenVan {
  let perRecord: Promise<ReadonlyMap<string, readonly Vrijgave[]>> | undefined;
  return async (record) => {
    perRecord ??= readVrijgaven(db, casus);
    return (await perRecord).get(record) ?? [];
  };
}

async function readVrijgaven(
  db: Kysely<VrijgavenDB>,
  casus: string | null,
): Promise<ReadonlyMap<string, readonly Vrijgave[]>> {
  const perRecord = new Map<string, Vrijgave[]>();
  if (casus === null) return perRecord;
  const given = db.selectFrom('vrijgaven').selectAll().where('casus', '=', casus).where('ingetrokken_op', 'is', null);
  for (const rij of await given.execute()) {
    const ontvangers = readOntvangers(rij.ontvangers);
    const vrijgave = { record: rij.record, casus: rij.casus, ontvangers, ingetrokkenOp: rij.ingetrokken_op };
    perRecord.set(rij.record, [...(perRecord.get(rij.record) ?? []), vrijgave]);
  }
  return perRecord;
}

/** A release that can't be read releases nothing, and makes no fault either: a fault would tell others that it is there. */
export function readOntvangers(json: string): readonly string[] {
  try {
    return readList(json);
  } catch {
    return [];
  }
}

/** @throws Error when the column holds anything but a list of strings. */
export function readList(json: string): readonly string[] {
  const value: unknown = JSON.parse(json);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new Error('a JSON list of strings expected');
}
