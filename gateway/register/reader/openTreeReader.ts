import { sql } from 'kysely';
import { type RegisterSource, type Tables, openTables } from '../verifier/openTables';
import { KEPT_LEVELS, largestPowerBelow, nodeHash, rootOf } from '../verifier/tree';

/** An entry as it stands in the tree. */
interface Treeregel {
  readonly nr: number;
  readonly blad: string;
  /** null when it was destroyed. */
  readonly tekst: string | null;
}

/**
 * The tree of a register, read beside its writer on a connection of its own. Every proof takes a few pages of at most 128
 * hashes for each level, however large the register is.
 */
export interface TreeReader {
  /** Text of the latest checkpoint, or null. */
  checkpoint(): Promise<string | null>;
  /** The entry with this receipt, or null. */
  find(id: string): Promise<Treeregel | null>;
  /** Proof that entry `nr` is in the tree of this size, from the leaf up (RFC 9162, 2.1.3.1). */
  inclusion(nr: number, grootte: number): Promise<Buffer[]>;
  /** Proof that the tree of size `tot` continues that of size `van` (RFC 9162, 2.1.4.1). */
  consistency(van: number, tot: number): Promise<Buffer[]>;
  close(): Promise<void>;
}

/** A size or entry that is not in the register, or a register that lacks what it should hold. */
export class Boomfout extends Error {
  override readonly name = 'Boomfout';
}

/** Opens on first use: the file, or the tables, may still have to be made by the writer. */
export function openTreeReader(source: RegisterSource): TreeReader {
  let opened: Tables | null = null;
  const tables = (): Tables => (opened ??= openTables(source));
  return {
    checkpoint: async () => {
      const [row] = await tables().select(
        { tekst: 'text' },
        sql`from checkpoint order by checkpoint.grootte desc limit 1`,
      );
      return row?.tekst ?? null;
    },
    find: async (id) => {
      const [row] = await tables().select(
        { nr: 'integer', blad: 'text', tekst: 'text' },
        sql`from regel left join (select nr as bij, tekst from inhoud) as texts on texts.bij = regel.nr
          where regel.id = ${id} limit 1`,
      );
      const { nr = null, blad = null, tekst = null } = row ?? {};
      return nr === null || blad === null ? null : { nr, blad, tekst };
    },
    inclusion: async (nr, grootte) => {
      await mustHold(tables(), grootte);
      if (nr < 0 || nr >= grootte) throw new Boomfout(`entry ${String(nr)} is not in a tree of ${String(grootte)}`);
      return path(tables(), nr, 0, grootte);
    },
    consistency: async (van, tot) => {
      await mustHold(tables(), tot);
      if (van < 0 || van > tot) throw new Boomfout(`a tree of ${String(tot)} does not continue one of ${String(van)}`);
      return van === 0 || van === tot ? [] : subproof(tables(), van, 0, tot, true);
    },
    close: async () => {
      await opened?.close();
    },
  };
}

async function mustHold(tables: Tables, grootte: number): Promise<void> {
  const [row] = await tables.select({ nr: 'integer' }, sql`from regel where nr = ${grootte - 1}`);
  if (grootte > 0 && row?.nr !== grootte - 1) throw new Boomfout(`no tree of ${String(grootte)} entries`);
}

/** PATH of RFC 9162 over the leaves from `from` on, `to` not included. */
async function path(tables: Tables, nr: number, from: number, to: number): Promise<Buffer[]> {
  if (to - from <= 1) return [];
  const middle = from + largestPowerBelow(to - from);
  return nr < middle
    ? [...(await path(tables, nr, from, middle)), await rootBetween(tables, middle, to)]
    : [...(await path(tables, nr, middle, to)), await rootBetween(tables, from, middle)];
}

/** SUBPROOF of RFC 9162: `size` is where the first tree ends. `whole`: what is proven is that tree itself. */
async function subproof(tables: Tables, size: number, from: number, to: number, whole: boolean): Promise<Buffer[]> {
  if (size === to) return whole ? [] : [await rootBetween(tables, from, to)];
  const middle = from + largestPowerBelow(to - from);
  return size <= middle
    ? [...(await subproof(tables, size, from, middle, whole)), await rootBetween(tables, middle, to)]
    : [...(await subproof(tables, size, middle, to, false)), await rootBetween(tables, from, middle)];
}

/** Root over some leaves. They begin at a multiple of the largest power of two that goes into their number. */
async function rootBetween(tables: Tables, from: number, to: number): Promise<Buffer> {
  const count = to - from;
  const width = largestPowerBelow(count + 1);
  if (width === count) return perfectRoot(tables, from, count);
  return nodeHash(await perfectRoot(tables, from, width), await rootBetween(tables, from + width, to));
}

/** Root over a whole subtree, from the nearest level below it that is kept. */
async function perfectRoot(tables: Tables, from: number, count: number): Promise<Buffer> {
  let laag = 0;
  while (2 ** (laag + KEPT_LEVELS) <= count) laag += KEPT_LEVELS;
  const [first, behind] = [from, from + count].map((nr) => nr / 2 ** laag);
  const rows = await (laag === 0
    ? tables.select(
        { hash: 'text' },
        sql`from (select nr, blad as hash from regel) as bladen
        where nr >= ${first} and nr < ${behind} order by bladen.nr`,
      )
    : tables.select(
        { hash: 'text' },
        sql`from knoop where laag = ${laag} and nr >= ${first} and nr < ${behind} order by knoop.nr`,
      ));
  if (rows.length !== count / 2 ** laag) throw new Boomfout('the register lacks a node of its tree');
  return rootOf(rows.map(({ hash }) => Buffer.from(hash ?? '', 'hex')));
}
