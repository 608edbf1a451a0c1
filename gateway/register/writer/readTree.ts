import type { Kysely } from 'kysely';
import type { RegisterTables } from './tables';
import { LAAG, Tree, perfectRoot } from './tree';

/** Number of entries and the hash of the last leaf, read inside the transaction that adds to them. */
export async function readHead(tx: Kysely<RegisterTables>): Promise<{ readonly size: number; readonly last: string }> {
  const head = await tx.selectFrom('regel').select(['nr', 'blad']).orderBy('nr', 'desc').limit(1).executeTakeFirst();
  return head === undefined ? { size: 0, last: '' } : { size: Number(head.nr) + 1, last: head.blad };
}

/** The tree of this size, from the nodes that are kept: at most 255 of each level, however large it is. */
export async function readTree(tx: Kysely<RegisterTables>, size: number): Promise<Tree> {
  const roots: string[] = [];
  let from = 0;
  for (let height = Math.floor(Math.log2(Math.max(size, 1))); height >= 0; height -= 1) {
    const width = 2 ** height;
    if (size - from < width) continue;
    roots.push(await readSubtree(tx, height, from));
    from += width;
  }
  return new Tree(size, roots);
}

async function readSubtree(tx: Kysely<RegisterTables>, height: number, from: number): Promise<string> {
  const laag = height - (height % LAAG);
  const first = from / 2 ** laag;
  const count = 2 ** (height - laag);
  const hashes = laag === 0 ? await readLeaves(tx, first, count) : await readNodes(tx, laag, first, count);
  if (hashes.length !== count) throw new Error('the register lacks a node of its tree');
  return perfectRoot(hashes);
}

async function readLeaves(tx: Kysely<RegisterTables>, first: number, count: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('regel')
    .select('blad')
    .where('nr', '>=', first)
    .where('nr', '<', first + count)
    .orderBy('nr')
    .execute();
  return rows.map(({ blad }) => blad);
}

async function readNodes(tx: Kysely<RegisterTables>, laag: number, first: number, count: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('knoop')
    .select('hash')
    .where('laag', '=', laag)
    .where('nr', '>=', first)
    .where('nr', '<', first + count)
    .orderBy('nr')
    .execute();
  return rows.map(({ hash }) => hash);
}
