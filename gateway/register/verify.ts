import { sql } from 'kysely';
import type { Verifier } from '../../schema/signedNote';
import { type Fout, firstOf } from './verifier/bevinding';
import type { Checkpoint } from './verifier/checkpoint';
import { Follower } from './verifier/follow';
import { type RegisterSource, type Tables, openTables } from './verifier/openTables';
import { Outside } from './verifier/outside';
import { announcedBy } from './verifier/parseEntry';
import { readPage, readRegels } from './verifier/readPages';
import { readStart } from './verifier/readStart';
import { Sleutelketen } from './verifier/sleutelketen';
import { leafHash } from './verifier/tree';

export interface VerifyOptions {
  /** A checkpoint kept outside the register: the register must still be what it was, and may have grown. */
  readonly checkpoint?: Checkpoint;
  /** A key that is known from elsewhere: it must have signed the register. Without it the first START is believed. */
  readonly sleutel?: Verifier;
  /** Rows read at a time. */
  readonly pageSize?: number;
}

export interface Verification {
  /** Entries found right, from the first on. */
  readonly regels: number;
  /** Text of the last checkpoint found right: keep it elsewhere, to pass as `checkpoint` another time. */
  readonly checkpoint: string | null;
  /** The first wrong entry. */
  readonly fout: Fout | null;
}

/**
 * Derives every hash, node, root, pointer and digest of a register anew, checks every signature, and names the first entry
 * that is wrong. Reads only, in pages; what is appended meanwhile is left for another time. Throws when the register can't
 * be read.
 *
 * Not found without `checkpoint`: whole entries cut off at the end together with the checkpoints over them, and a register
 * that was rewritten and signed again by who has its key. Never found: entries added behind the last checkpoint.
 */
export async function verifyRegister(
  source: RegisterSource,
  onProgress: (regels: number) => void = () => undefined,
  options: VerifyOptions = {},
): Promise<Verification> {
  const tables = openTables(source);
  try {
    return await verify(tables, onProgress, options);
  } finally {
    await tables.close();
  }
}

async function verify(
  tables: Tables,
  onProgress: (regels: number) => void,
  { checkpoint: kept, sleutel, pageSize = 1000 }: VerifyOptions,
): Promise<Verification> {
  const start = await readStart(tables);
  const keten = new Sleutelketen(sleutel ?? null);
  const outside = new Outside(kept ?? null);
  const follower = new Follower(tables, keten, outside);
  const { tree, gone, keys, pointers } = follower;
  let fout: Fout | null = null;
  do {
    const from = tree.size;
    const page = await readPage(tables, from, start.regels, pageSize);
    fout = await follower.page(page);
    if (fout === null && tree.size === from && from < start.regels) {
      fout = { nr: from, melding: `regel ${String(from)} ontbreekt` };
    }
    onProgress(tree.size);
  } while (fout === null && tree.size < start.regels);

  const right = Math.max(fout?.nr ?? start.regels, 0);
  const strays = fout === null ? await keys.strays(tables, pageSize) : [];
  let believed = true;
  if (strays.length > 0 || gone.first() !== null || keys.firstMissing() !== null) {
    // A wrong entry may be the one that destroyed: what is gone before it is then not held against the register.
    believed = fout === null || (await isWhole(tables, right));
    // Who destroys says so afterwards; and what was not there at the start may be by now.
    for await (const { nr, entry } of entriesFrom(tables, right, pageSize)) {
      follower.explained(entry, nr);
      if (nr >= start.regels) keys.announcedSince(announcedBy(entry));
    }
  }
  const missing = believed ? gone.first() : null;
  const stray = strays.find((id) => !keys.has(id));
  const unsigned = fout === null && start.regels > 0 && !keten.givenSigned;
  const first = firstOf([
    fout,
    start.los,
    missing === null
      ? null
      : { nr: missing, melding: `de tekst van regel ${String(missing)} is weg en geen VERNIETIGING noemt haar` },
    believed ? keys.firstMissing() : null,
    follower.stillThere,
    await pointers.check(tables, right, pageSize),
    await findTwice(tables, right),
    stray === undefined ? null : { nr: start.regels, melding: `sleutel ${stray} wordt door geen regel genoemd` },
    fout === null ? outside.unreached(start.regels) : null,
    unsigned
      ? { nr: 0, melding: 'geen checkpoint is ondertekend met de sleutel die u gaf: dit is een ander register' }
      : null,
  ]);
  const regels = first === null ? start.regels : Math.max(Math.min(first.nr, right), 0);
  return { regels, checkpoint: follower.checkpoint, fout: first };
}

/** Whether the text of an entry is what was written. */
async function isWhole(tables: Tables, at: number): Promise<boolean> {
  const [regel] = await readRegels(tables, at, at + 1, 1);
  return regel !== undefined && regel.tekst !== null && leafHash(regel.tekst).toString('hex') === regel.blad;
}

async function* entriesFrom(tables: Tables, from: number, size: number) {
  for (let at = from; ;) {
    const rows = await readRegels(tables, at, Number.MAX_SAFE_INTEGER, size);
    for (const { nr, entry } of rows) if (nr !== null && entry !== null) yield { nr, entry };
    const last = rows.at(-1)?.nr ?? null;
    if (last === null || rows.length < size) return;
    at = last + 1;
  }
}

/** An entry whose receipt was another's already: a copy, put where no checkpoint covers it yet. */
async function findTwice(tables: Tables, regels: number): Promise<Fout | null> {
  const [row] = await tables.select(
    { nr: 'integer' },
    sql`from (select max(nr) as nr from regel where nr >= 0 and nr < ${regels} group by id having count(*) > 1) as twice
      order by twice.nr limit 1`,
  );
  const nr = row?.nr ?? null;
  return nr === null ? null : { nr, melding: `regel ${String(nr)} heeft het id van een eerdere regel` };
}
