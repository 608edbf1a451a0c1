import type { Fout } from './bevinding';
import type { Checkpoint } from './checkpoint';
import type { Sleutelketen } from './sleutelketen';
import type { GrowingTree } from './tree';

/** A checkpoint that was kept outside the register, with whatever cosignatures: what it covered must still be so. */
export class Outside {
  #reached = false;

  constructor(private readonly kept: Checkpoint | null) {}

  /** Looks when the register has the size of the checkpoint. */
  at(tree: GrowingTree, keten: Sleutelketen): Fout | null {
    if (this.kept?.grootte !== tree.size) return null;
    this.#reached = true;
    const { grootte, root } = this.kept;
    const nr = Math.max(grootte - 1, 0);
    const whose = whoseFault(keten.vouchesFor(this.kept));
    if (whose !== null) return { nr, melding: whose };
    if (root.equals(tree.root())) return null;
    return {
      nr,
      melding:
        `het register is een ander dan waarvan het checkpoint is bewaard: de eerste ${String(grootte)} regels hebben ` +
        'nu een andere wortel, dus er is een regel herschreven en opnieuw ondertekend',
    };
  }

  /** At the end of the register. */
  unreached(regels: number): Fout | null {
    if (this.kept === null || this.#reached) return null;
    return {
      nr: regels,
      melding:
        `het register is afgekapt: het bewaarde checkpoint gaat over ${String(this.kept.grootte)} regels, ` +
        `en er zijn er ${String(regels)}`,
    };
  }
}

function whoseFault(vouched: ReturnType<Sleutelketen['vouchesFor']>): string | null {
  if (vouched === 'JA') return null;
  return vouched === 'VREEMD'
    ? 'het bewaarde checkpoint is ondertekend met een sleutel die dit register niet noemt: het register is vervangen, of het checkpoint is van een ander'
    : 'het bewaarde checkpoint draagt een handtekening die niet klopt';
}
