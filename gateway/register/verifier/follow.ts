import { sql } from 'kysely';
import type { Fout } from './bevinding';
import { type Checkpoint, parseCheckpoint } from './checkpoint';
import { GoneTexts } from './goneTexts';
import type { Tables } from './openTables';
import type { Outside } from './outside';
import { type Entry, announcedBy } from './parseEntry';
import { PersonKeys } from './personKeys';
import { Pointers } from './pointers';
import { type Knoop, type Page, type Regel, readSleutels } from './readPages';
import type { Sleutelketen } from './sleutelketen';
import { GrowingTree, KEPT_LEVELS, leafHash } from './tree';

/** Follows a register entry by entry, and derives anew what each must have brought into every table. */
export class Follower {
  readonly tree = new GrowingTree();
  readonly gone = new GoneTexts();
  readonly keys = new PersonKeys();
  readonly pointers = new Pointers();
  /** Of an entry that was passed already: destroyed, and there. */
  stillThere: Fout | null = null;
  /** Text of the last checkpoint found right. */
  checkpoint: string | null = null;
  #grootte = -1;

  constructor(
    private readonly tables: Tables,
    private readonly keten: Sleutelketen,
    private readonly outside: Outside,
  ) {}

  /** Follows one page. Returns the first thing wrong on it, or null. */
  async page({ regels, checkpoints, knopen, sleutels }: Page): Promise<Fout | null> {
    const nodes = byName(knopen);
    const due = checkpoints[Symbol.iterator]();
    let next = due.next();
    const checkpointsHere = (): Fout | null => {
      for (; !next.done && next.value.grootte === this.tree.size; next = due.next()) {
        const melding = this.#checkpoint(this.tree.size, next.value.tekst ?? '');
        if (melding !== null) return { nr: Math.max(this.tree.size - 1, 0), melding };
      }
      return null;
    };
    if (this.tree.size === 0) {
      const fout = checkpointsHere() ?? this.outside.at(this.tree, this.keten);
      if (fout !== null) return fout;
    }
    for (const regel of regels) {
      const nr = this.tree.size;
      const fout = this.#leaf(regel, nr, nodes) ?? (await this.#says(regel.entry, nr, sleutels)) ?? checkpointsHere();
      const elsewhere = fout ?? this.outside.at(this.tree, this.keten);
      if (elsewhere !== null) return elsewhere;
    }
    return null;
  }

  /** The entry as a leaf of the tree. */
  #leaf({ nr: found, id, blad, tekst, entry }: Regel, nr: number, nodes: Map<string, Knoop[]>): Fout | null {
    const fout = (what: string): Fout => ({ nr, melding: `regel ${String(nr)} ${what}` });
    if (found !== nr) {
      if (found !== null && found < nr) return { nr: found, melding: `regel ${String(found)} staat er twee keer` };
      return fout(`ontbreekt: daar staat regel ${String(found ?? '?')}`);
    }
    if (blad === null || !/^[0-9a-f]{64}$/.test(blad)) return fout('heeft geen hash');
    const leaf = Buffer.from(blad, 'hex');
    if (tekst === null) this.gone.add(nr);
    else {
      if (!leafHash(tekst).equals(leaf)) return fout('is gewijzigd: haar hash klopt niet');
      if (entry === null) return fout('is niet te lezen: zij heeft de vorm van een regel niet');
      if (entry.id !== id) return fout('heeft een ander id dan in haar tekst staat');
      this.pointers.expect(nr, entry);
    }
    let wrong: Fout | null = null;
    this.tree.append(leaf, (laag, at, hash) => {
      if (laag % KEPT_LEVELS !== 0) return;
      const [row, second] = nodes.get(nameOf(laag, at)) ?? [];
      const node = `knoop ${String(at)} op laag ${String(laag)}, die met regel ${String(nr)} af is,`;
      if (row === undefined) wrong ??= { nr, melding: `${node} ontbreekt` };
      else if (second !== undefined) wrong ??= { nr, melding: `${node} staat er twee keer` };
      else if (row.hash !== hash.toString('hex')) {
        wrong ??= { nr, melding: `${node} klopt niet: een hash eronder, of de knoop zelf, is gewijzigd` };
      }
    });
    return wrong;
  }

  /** What the entry says of keys, and of what is no longer there. */
  async #says(entry: Entry | null, nr: number, sleutels: Page['sleutels']): Promise<Fout | null> {
    if (entry === null) return null;
    const announced = entry.soort === 'START' ? entry.stand?.checkpointsleutel : undefined;
    const melding = announced === undefined ? null : this.keten.announce(announced);
    if (melding !== null) return { nr, melding: `regel ${String(nr)} ${melding}` };
    // A text that was to go, and is there, announces keys of its own again: it is told first.
    return (await this.#destroys(entry, nr)) ?? this.keys.announced(nr, announcedBy(entry), sleutels);
  }

  async #destroys(entry: Entry, nr: number): Promise<Fout | null> {
    if (entry.soort !== 'VERNIETIGING') return null;
    const there = await readSleutels(this.tables, entry.vernietigd?.sleutels ?? []);
    const [present] = there.keys();
    if (present !== undefined) {
      return { nr, melding: `sleutel ${present} is volgens regel ${String(nr)} vernietigd, maar staat er nog` };
    }
    for (const [from, to] of entry.vernietigd?.regels ?? []) {
      const [text] = await this.tables.select(
        { nr: 'integer' },
        sql`from inhoud where nr >= ${from} and nr < ${Math.min(to, nr)} order by inhoud.nr limit 1`,
      );
      const at = text?.nr ?? null;
      if (at !== null && (this.stillThere === null || at < this.stillThere.nr)) {
        const melding = `regel ${String(at)} is volgens regel ${String(nr)} vernietigd, maar haar tekst staat er nog`;
        this.stillThere = { nr: at, melding };
      }
    }
    this.explained(entry, nr);
    return null;
  }

  /** Takes a VERNIETIGING into account: it speaks of what came before it, and of nothing else. */
  explained({ soort, vernietigd }: Entry, nr: number): void {
    if (soort !== 'VERNIETIGING') return;
    for (const [from, to] of vernietigd?.regels ?? []) this.gone.explain(from, Math.min(to, nr));
    this.keys.destroyed(vernietigd?.sleutels ?? []);
  }

  #checkpoint(grootte: number, tekst: string): string | null {
    const what = `het checkpoint over ${String(grootte)} regels`;
    if (grootte <= this.#grootte) return `${what} staat er twee keer`;
    this.#grootte = grootte;
    const checkpoint: Checkpoint | null = parseCheckpoint(tekst);
    if (checkpoint === null) return `${what} is niet te lezen`;
    if (checkpoint.grootte !== grootte) return `${what} gaat over ${String(checkpoint.grootte)} regels`;
    if (!checkpoint.root.equals(this.tree.root())) return `${what} heeft een andere wortel: er is een regel gewijzigd`;
    const melding = this.keten.check(checkpoint);
    if (melding !== null) return `${what} ${melding}`;
    this.checkpoint = tekst;
    return null;
  }
}

function byName(knopen: readonly Knoop[]): Map<string, Knoop[]> {
  const nodes = new Map<string, Knoop[]>();
  for (const knoop of knopen) {
    const name = nameOf(knoop.laag, knoop.nr);
    nodes.set(name, [...(nodes.get(name) ?? []), knoop]);
  }
  return nodes;
}

function nameOf(laag: number | null, nr: number | null): string {
  return `${String(laag)}/${String(nr)}`;
}
