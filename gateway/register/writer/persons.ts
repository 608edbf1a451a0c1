import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { pseudonym } from '../pseudonym';
import { deriveKey, seal, unseal } from '../sealing';
import type { RegisterTables } from './tables';

/** Persons looked up in one statement: well under the 32,766 parameters of SQLite. */
const AT_ONCE = 500;

/** The key under which everything about one person is sealed. */
export interface PersonKey {
  readonly id: string;
  readonly key: Buffer;
}

interface KeyRow {
  readonly id: string;
  readonly zoek: string;
  readonly sleutel: string;
}

/** Finds the keys of persons, and makes those that are not there yet. */
export class Persons {
  /** By what is in the row: a key that was destroyed, and made anew, is another. */
  private readonly opened = new LRUCache<string, Buffer>({ max: 20_000 });
  private readonly sealing: Buffer;

  constructor(private readonly registerKey: Uint8Array) {
    this.sealing = deriveKey(registerKey, 'sleutel');
  }

  /**
   * Inside the one transaction that may write, so that nobody gets two keys.
   *
   * @returns the key of each person by his own id, and the rows that were made.
   */
  async keysFor(
    tx: Kysely<RegisterTables>,
    persons: readonly string[],
  ): Promise<{ readonly keys: Map<string, PersonKey>; readonly made: readonly KeyRow[] }> {
    const zoekOf = new Map(persons.map((person) => [person, pseudonym(this.registerKey, 'persoon', person)]));
    const rows = new Map<string, KeyRow>();
    const wanted = [...zoekOf.values()];
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const some = wanted.slice(from, from + AT_ONCE);
      const found = await tx.selectFrom('persoonsleutel').selectAll().where('zoek', 'in', some).execute();
      for (const row of found) rows.set(row.zoek, row);
    }
    const made: KeyRow[] = [];
    const keys = new Map<string, PersonKey>();
    for (const [person, zoek] of zoekOf) {
      const row = rows.get(zoek) ?? this.make(zoek);
      if (!rows.has(zoek)) made.push(row);
      keys.set(person, { id: row.id, key: this.open(row) });
    }
    return { keys, made };
  }

  private make(zoek: string): KeyRow {
    const id = randomBytes(16).toString('base64url');
    return { id, zoek, sleutel: seal(this.sealing, randomBytes(32), `${id}\n${zoek}`) };
  }

  private open({ id, zoek, sleutel }: KeyRow): Buffer {
    const key = this.opened.get(sleutel) ?? unseal(this.sealing, sleutel, `${id}\n${zoek}`);
    this.opened.set(sleutel, key);
    return key;
  }
}
