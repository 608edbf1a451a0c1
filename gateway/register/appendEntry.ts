import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Ontvangstbewijs } from '../../schema/domain/registerregel';
import type { Entry } from './entry';
import { BEGIN, hashEntry } from './hashEntry';
import type { RegisterTables } from './tables';
import { placeEntry, type UnplacedEntry } from './toEntry';

/** 15 columns a row: well under the 32,766 parameters of SQLite and the 65,535 of PostgreSQL. */
const ROWS_PER_INSERT = 1000;

/** Adds the entry behind the head. `tx` must be the only writer: the head is read here, inside the transaction. */
export async function appendEntry(tx: Kysely<RegisterTables>, unplaced: UnplacedEntry): Promise<Ontvangstbewijs> {
  const head = await tx
    .selectFrom('logregel')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const vorige = head?.hash ?? BEGIN;
  const bewijs = { id: randomBytes(16).toString('base64url'), tijdstip: new Date().toISOString() };
  const entry = placeEntry(unplaced, Number(head?.seq ?? 0) + 1, bewijs);
  const { seq, id, tijdstip, inhoud } = entry;
  await tx
    .insertInto('logregel')
    .values({ seq, id, tijdstip, inhoud, vorige, hash: hashEntry(vorige, entry) })
    .execute();
  await insertVerstrekkingen(tx, entry);
  return bewijs;
}

async function insertVerstrekkingen(tx: Kysely<RegisterTables>, entry: Entry): Promise<void> {
  for (let from = 0; from < entry.verstrekkingen.length; from += ROWS_PER_INSERT) {
    const rows = entry.verstrekkingen
      .slice(from, from + ROWS_PER_INSERT)
      .map((row) => ({ ...row, logregel_seq: entry.seq, eigen: row.eigen ? (1 as const) : (0 as const) }));
    await tx.insertInto('verstrekking').values(rows).execute();
  }
}
