import type { KeyObject } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { formatNote, parseNote, readVerifier, signNote, verifyNote, writeVerifier } from '../../../schema/signedNote';
import { Sleutelfout } from '../sleutelfout';
import type { Store } from './store';
import type { RegisterTables } from './tables';
import type { Tree } from './tree';

/** A key that signs checkpoints: the name is the origin of the register. */
export interface Checkpointsleutel {
  readonly naam: string;
  readonly key: KeyObject;
}

/** How long what was added may be without a signed checkpoint, in ms. */
const DELAY = 1_000;

/**
 * Signs what the register has come to, as C2SP tlog-checkpoints: at most a second after it grew, and when it closes.
 */
export class Checkpointer {
  private latest: Tree | null = null;
  private signed = 0;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;
  /** Vouches for our key in the first checkpoint, if it follows another. */
  private former: Checkpointsleutel | null = null;
  private first = true;

  constructor(
    private readonly store: Store,
    private readonly sleutel: Checkpointsleutel,
  ) {}

  /**
   * Looks under whose key the register stands.
   *
   * @throws Sleutelfout when it is another than ours, and no former key is given that it stands under.
   */
  async open(former: Checkpointsleutel | null): Promise<void> {
    this.former = former;
    await this.store.read((db) => this.inForce(db));
  }

  /**
   * Sees to it that ours is the key in force. A hub that was started with a newer one announced that in the register: what
   * comes behind it no checkpoint of ours may cover.
   *
   * @throws Sleutelfout
   */
  async inForce(db: Kysely<RegisterTables>): Promise<void> {
    const last = await db
      .selectFrom('checkpoint')
      .select('tekst')
      .orderBy('grootte', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last === undefined || isUnder(last.tekst, this.sleutel)) this.former = null;
    else if (this.former === null || !isUnder(last.tekst, this.former)) throw new Sleutelfout();
  }

  /** The first checkpoint stands in the transaction that announces the key: no other can come before it. */
  async inTransaction(tx: Kysely<RegisterTables>, tree: Tree): Promise<void> {
    if (!this.first) return;
    await this.insert(tx, tree);
  }

  /** The register has grown to this, durably. */
  grown(tree: Tree): void {
    if (this.first) this.signed = tree.size;
    this.first = false;
    this.former = null;
    this.latest = tree;
    if (tree.size <= this.signed) return;
    this.due();
  }

  /** Signs what is not signed yet. */
  async sign(): Promise<void> {
    const tree = this.latest;
    if (tree === null || tree.size <= this.signed) return;
    await this.store.write((tx) => this.insert(tx, tree));
    this.signed = tree.size;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.sign();
  }

  /** What could not be signed is tried again, also when nothing more is added. */
  private due(): void {
    if (this.closed) return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.sign().catch(() => {
        this.due();
      });
    }, DELAY).unref();
  }

  private async insert(tx: Kysely<RegisterTables>, tree: Tree): Promise<void> {
    const { naam, key } = this.sleutel;
    const text = `${naam}\n${String(tree.size)}\n${Buffer.from(tree.root(), 'hex').toString('base64')}\n`;
    const signatures = [...(this.former === null ? [] : [this.former]), { naam, key }].map((one) =>
      signNote(text, one.naam, one.key),
    );
    await sql`insert into checkpoint (grootte, tekst) values (${tree.size}, ${formatNote({ text, signatures })})
      on conflict do nothing`.execute(tx);
  }
}

/** Whether this key was in force at a checkpoint: it signed last, behind the one before it that vouches for it. */
function isUnder(tekst: string, { naam, key }: Checkpointsleutel): boolean {
  const note = parseNote(tekst);
  const verifier = readVerifier(writeVerifier(naam, key));
  const signature = note?.signatures.at(-1);
  if (note === null || signature === undefined || verifier === null) return false;
  return verifyNote(note.text, signature, verifier);
}
