import type { Kysely } from 'kysely';
import { createTable } from '../source/createTable';

/** What a source keeps of what bronhouders decided in a casus about what they hold. */
export interface BronbesluitenDB {
  /** Of each record or person the last, as its bronhouder signed it. `over`: RECORD or PERSOON, with its id. */
  bronbesluiten: {
    casus: string;
    partner: string;
    over: string;
    id: string;
    nr: number;
    tekst: string;
    handtekening: string;
  };
  /** To whom they will not have it given; `tegen` is a JSON list. Of `record` and `persoon` one is null. */
  bezwaren: {
    casus: string;
    /** OIN and partner id of whose it is. */
    bronhouder: string;
    partner: string;
    record: string | null;
    persoon: string | null;
    tegen: string;
  };
}

/** For a migration: the tables of a source whose bronhouders decide through the hub. */
export async function createBronbesluiten(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'bronbesluiten', {
    columns: {
      casus: 'text',
      partner: 'text',
      over: 'text',
      id: 'text',
      nr: 'integer',
      tekst: 'text',
      handtekening: 'text',
    },
    primaryKey: ['casus', 'partner', 'over', 'id'],
  });
  await createTable(db, 'bezwaren', {
    columns: { casus: 'text', bronhouder: 'text', partner: 'text', record: 'text?', persoon: 'text?', tegen: 'text' },
    indexed: ['casus'],
  });
}
