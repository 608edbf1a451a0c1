import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Fout } from './bevinding';
import type { Tables } from './openTables';
import { type Entry, pointersOf } from './parseEntry';
import { readRegels } from './readPages';

const WIJZER = { soort: 'text', sleutel: 'text', nr: 'integer' } as const;
/** Entries that share a sum. */
const BLOCK = 1024;

/**
 * The table `wijzer` against what follows from the texts. It has no order of entries, and many more rows, so the two are
 * not joined: of each block of entries the rows that must be there are added up, and the rows that are there taken off,
 * each as 64 bits under seeds of this run that nobody can aim at. Only where a sum is not zero are rows compared.
 */
export class Pointers {
  readonly #seeds = new Uint32Array(randomBytes(8).buffer.slice(0, 8));
  #sums = new Uint32Array(256);

  /** The rows that must be there because of this entry. */
  expect(nr: number, entry: Entry): void {
    for (const [soort, sleutel] of pointersOf(entry)) this.#add(soort, sleutel, nr, 1);
  }

  /** The first entry before `regels` of which a pointer is missing or too much. */
  async check(tables: Tables, regels: number, size: number): Promise<Fout | null> {
    const stray = await this.#takeOff(tables, regels, size);
    const blocks = Math.ceil(regels / BLOCK);
    for (let block = 0; block < blocks; block += 1) {
      if (this.#sums[block * 2] === 0 && this.#sums[block * 2 + 1] === 0) continue;
      // Compared at one moment: retention may have been at work between the texts and the pointers.
      const fout = await compareBlock(tables, block * BLOCK, Math.min((block + 1) * BLOCK, regels));
      if (fout !== null) return fout;
    }
    return stray;
  }

  /** Takes every row off; returns the first that belongs to no entry. */
  async #takeOff(tables: Tables, regels: number, size: number): Promise<Fout | null> {
    let first: Fout | null = null;
    let after: RawBuilder<unknown> = sql``;
    let skip = 0;
    for (;;) {
      const read = await tables.select(
        WIJZER,
        sql`from wijzer ${after} order by wijzer.soort, wijzer.sleutel, wijzer.nr limit ${size + skip}`,
      );
      const rows = read.slice(skip);
      const outside = new Set<number>();
      for (const { soort, sleutel, nr } of rows) {
        if (soort === null || sleutel === null || nr === null)
          return { nr: nr ?? regels, melding: 'een wijzer is onleesbaar' };
        if (nr >= 0 && nr < regels) this.#add(soort, sleutel, nr, -1);
        else outside.add(nr);
      }
      for (const nr of await withoutRegel(tables, [...outside])) {
        if (first === null || nr < first.nr)
          first = { nr, melding: `een wijzer wijst naar regel ${String(nr)}, die niet bestaat` };
      }
      const last = read.at(-1);
      if (rows.length < size || last === undefined) return first;
      // Rows that are equal to the last, of which a table without its key could hold more, come again and are skipped.
      skip = read.filter(
        (row) => row.soort === last.soort && row.sleutel === last.sleutel && row.nr === last.nr,
      ).length;
      after = sql`where (soort, sleutel, nr) >= (${last.soort}, ${last.sleutel}, ${last.nr})`;
    }
  }

  #add(soort: string, sleutel: string, nr: number, sign: 1 | -1): void {
    const at = Math.floor(nr / BLOCK) * 2;
    if (at >= this.#sums.length) {
      const larger = new Uint32Array(Math.max(at + 2, this.#sums.length * 2));
      larger.set(this.#sums);
      this.#sums = larger;
    }
    const text = `${soort}\n${sleutel}\n${String(nr)}`;
    for (const lane of [0, 1]) {
      this.#sums[at + lane] = (this.#sums[at + lane] ?? 0) + sign * mix(text, this.#seeds[lane] ?? 0);
    }
  }
}

/** MurmurHash3's mixing over 16-bit units. */
function mix(text: string, seed: number): number {
  let h = seed;
  for (let at = 0; at < text.length; at += 1) {
    let k = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    h ^= k;
    h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

async function withoutRegel(tables: Tables, nrs: readonly number[]): Promise<number[]> {
  if (nrs.length === 0) return [];
  const there = await tables.select({ nr: 'integer' }, sql`from regel where nr in (${sql.join(nrs)})`);
  const known = new Set(there.map(({ nr }) => nr));
  return nrs.filter((nr) => !known.has(nr));
}

function compareBlock(tables: Tables, from: number, to: number): Promise<Fout | null> {
  return tables.snapshot(async (now) => {
    const regels = await readRegels(now, from, to, to - from);
    const rows = await now.select(WIJZER, sql`from wijzer where nr >= ${from} and nr < ${to}`);
    const found = new Map<number, string[]>();
    for (const { soort, sleutel, nr } of rows) {
      const at = nr ?? from;
      found.set(at, [...(found.get(at) ?? []), `${soort ?? ''}\n${sleutel ?? ''}`]);
    }
    for (const { nr, entry } of regels) {
      if (nr === null) continue;
      const must = (entry === null ? [] : pointersOf(entry)).map(([soort, sleutel]) => `${soort}\n${sleutel}`).sort();
      const are = (found.get(nr) ?? []).sort();
      if (must.join('\n\n') === are.join('\n\n')) continue;
      const missing = must.find((one) => !are.includes(one));
      const [soort = ''] = (missing ?? are.find((one, at) => must[at] !== one) ?? '').split('\n');
      return {
        nr,
        melding: `bij regel ${String(nr)} ${missing === undefined ? 'staat een wijzer te veel' : 'ontbreekt een wijzer'} (${soort})`,
      };
    }
    return null;
  });
}
