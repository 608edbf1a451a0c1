import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Ontvangstbewijs, Registerregel } from '../../../schema/domain/registerregel';
import type { Checkpointer } from './Checkpointer';
import { keyDigest } from '../keyDigest';
import { Persons } from './persons';
import { readHead, readTree } from './readTree';
import { type SealedEntry, personsIn, sealEntry } from './sealEntry';
import type { Store } from './store';
import type { RegisterTables } from './tables';
import { Tree, leafHash } from './tree';

/** What one line came to. */
export type Outcome = { readonly bewijs: Ontvangstbewijs } | { readonly fout: unknown };

/**
 * Adds lines to the register, several in one durable transaction. Call it again only when it has ended: it is the one
 * writer of its process, and takes turns with those of others by the lock of the store.
 */
export class Writer {
  private readonly persons: Persons;
  /** The tree behind the last commit of this process: others may have added to it since. */
  private tree = Tree.EMPTY;
  /** Its last leaf: a database that lost what it had, and grew again, has another of the same size. */
  private last = '';

  constructor(
    private readonly store: Store,
    private readonly registerKey: Uint8Array,
    private readonly checkpointer: Checkpointer,
  ) {
    this.persons = new Persons(registerKey);
  }

  /**
   * Either all lines that can be written are in the register when it resolves, or none is. A line that can't be written
   * at all is its own fault, and keeps no other out.
   */
  async append(regels: readonly Registerregel[]): Promise<Outcome[]> {
    try {
      const { outcomes, tree, last } = await this.store.write((tx) => this.commit(tx, regels));
      this.tree = tree;
      this.last = last;
      this.checkpointer.grown(tree);
      return outcomes;
    } catch (fout) {
      // How far the tree of this process had come, others can't know.
      this.tree = Tree.EMPTY;
      return regels.map(() => ({ fout }));
    }
  }

  /**
   * Adds the line that `work` comes to, in the transaction in which it destroys what that line names.
   *
   * @throws whatever `work` throws: then nothing was destroyed.
   */
  async destroy(work: (tx: Kysely<RegisterTables>) => Promise<Registerregel>): Promise<Ontvangstbewijs> {
    const { outcomes, tree, last } = await this.store.destroy(async (tx) => this.commit(tx, [await work(tx)]));
    this.tree = tree;
    this.last = last;
    this.checkpointer.grown(tree);
    const [outcome] = outcomes;
    if (outcome === undefined || 'fout' in outcome) throw new Error('what was destroyed could not be written down');
    return outcome.bewijs;
  }

  private async commit(
    tx: Kysely<RegisterTables>,
    regels: readonly Registerregel[],
  ): Promise<{ readonly outcomes: Outcome[]; readonly tree: Tree; readonly last: string }> {
    const { size, last } = await readHead(tx);
    const alone = this.tree.size === size && this.last === last;
    // With what others added they may have announced another key.
    if (!alone) await this.checkpointer.inForce(tx);
    const before = alone ? this.tree : await readTree(tx, size);
    const persons = regels.map(personsIn);
    const { keys, made } = await this.persons.keysFor(tx, [...new Set(persons.flat())]);
    const announced = new Map(made.map((row) => [row.id, row]));
    const kept: (typeof made)[number][] = [];
    const entries: SealedEntry[] = [];
    const outcomes = regels.map((regel, i): Outcome => {
      try {
        const bewijs = { id: randomId(), tijdstip: new Date().toISOString() };
        const own = (persons[i] ?? []).flatMap((person) => announced.get(keys.get(person)?.id ?? '') ?? []);
        entries.push(sealEntry(regel, bewijs, { registerKey: this.registerKey, keys, made: own.map(keyDigest) }));
        // Told once, by the entry with which it was made.
        for (const row of own) announced.delete(row.id);
        kept.push(...own);
        return { bewijs };
      } catch (fout) {
        return { fout };
      }
    });
    const placed = entries.map((entry, i) => ({ ...entry, nr: size + i, blad: leafHash(entry.tekst) }));
    const { tree, knopen } = before.append(placed.map(({ blad }) => blad));
    await this.store.add(tx, {
      persoonsleutel: kept,
      regel: placed.map(({ nr, id, blad }) => ({ nr, id, blad })),
      inhoud: placed.map(({ nr, tekst }) => ({ nr, tekst })),
      wijzer: placed.flatMap(({ nr, wijzers }) => wijzers.map(([soort, sleutel]) => ({ soort, sleutel, nr }))),
      knoop: knopen,
    });
    await this.checkpointer.inTransaction(tx, tree);
    return { outcomes, tree, last: placed.at(-1)?.blad ?? last };
  }
}

/** Random; without a dash in front, by which a command line would take it for an option. */
function randomId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? randomId() : id;
}
