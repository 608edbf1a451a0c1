import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Fout } from './bevinding';
import type { Tables } from './openTables';
import type { Entry } from './parseEntry';
import type { Page, Sleutelrij } from './readPages';

type Sleutels = NonNullable<Entry['sleutels']>;

/** Keys of persons, against what the entries that announce them say. What it keeps grows with the persons. */
export class PersonKeys {
  readonly #made = new Set<string>();
  /** Announced, gone, and not yet destroyed by any entry: which entry announced it. */
  readonly #missing = new Map<string, number>();

  /** Takes in the keys that entry `nr` announces. Returns what is wrong with them, or null. */
  announced(nr: number, sleutels: Sleutels, rows: Page['sleutels']): Fout | null {
    for (const { id, digest } of sleutels) {
      const fout = (what: string): Fout => ({ nr, melding: `sleutel ${id}, die regel ${String(nr)} noemt, ${what}` });
      if (this.#made.has(id)) return fout('werd al genoemd');
      this.#made.add(id);
      const [row, second] = rows.get(id) ?? [];
      if (second !== undefined) return fout('staat er twee keer');
      if (row === undefined) this.#missing.set(id, nr);
      else if (digest !== digestOf(row)) return fout('is gewijzigd');
    }
    return null;
  }

  destroyed(ids: readonly string[]): void {
    for (const id of ids) this.#missing.delete(id);
  }

  /** A key that is gone, though no later entry destroyed it. */
  firstMissing(): Fout | null {
    let first: [string, number] | null = null;
    for (const entry of this.#missing) if (first === null || entry[1] < first[1]) first = entry;
    if (first === null) return null;
    const [id, nr] = first;
    return { nr, melding: `sleutel ${id}, die regel ${String(nr)} noemt, is weg en geen VERNIETIGING noemt haar` };
  }

  /** Keys in the table that no entry seen so far announced: some of them, when there are many. */
  async strays(tables: Tables, size: number): Promise<string[]> {
    const strays: string[] = [];
    let last: string | null = null;
    while (strays.length < 100) {
      const after: ReturnType<typeof sql> = last === null ? sql`` : sql`where id > ${last}`;
      const rows: { readonly id: string | null }[] = await tables.select(
        { id: 'text' },
        sql`from persoonsleutel ${after} order by persoonsleutel.id limit ${size}`,
      );
      for (const { id } of rows) if (id === null || !this.#made.has(id)) strays.push(id ?? '?');
      last = rows.at(-1)?.id ?? null;
      if (rows.length < size || last === null) break;
    }
    return strays;
  }

  has(id: string): boolean {
    return this.#made.has(id);
  }

  /** Of entries that came while the register was checked. */
  announcedSince(sleutels: Sleutels): void {
    for (const { id } of sleutels) this.#made.add(id);
  }
}

function digestOf({ id, zoek, sleutel }: Sleutelrij): string | null {
  if (id === null || zoek === null || sleutel === null) return null;
  return hash('sha256', `${id}\n${zoek}\n${sleutel}`, 'hex');
}
