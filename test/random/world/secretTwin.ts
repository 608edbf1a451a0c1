import fc from 'fast-check';
import type { World } from '../../../subgraphs/kit/synthetic/world';
import { Choices } from '../../gateway/prune/generate';
import type { Situatie } from '../../oracle/besluit';
import { choice } from '../operation/sketch';
import { grantMutations } from './grantMutations';
import { linkMutations } from './linkMutations';
import { type Mutation, rowMutations } from './rowMutations';
import { type Entry, type Why, takeStock } from './showings';
import { sound } from './sound';
import { differ } from './tables';

const MUTATIONS: Readonly<Record<string, Mutation>> = { ...rowMutations, ...grantMutations, ...linkMutations };
export const MUTATION_KINDS = Object.keys(MUTATIONS);
/** Those of rows twice: there are most of them, and most that could leak. */
const DRAWN = [...MUTATION_KINDS, ...Object.keys(rowMutations), 'actie'];

const BLIND = ['withdrawn', 'link', 'relation', 'involvement'];

/** One thing to change, drawn without knowing any world. */
export interface MutationSketch {
  readonly kind: number;
  readonly where: number;
  readonly row: number;
  readonly seed: number;
}

export const mutationSketch: fc.Arbitrary<MutationSketch> = fc.record({
  kind: choice,
  where: choice,
  row: choice,
  seed: choice,
});

/** A change that was really made. */
export interface Change {
  readonly kind: string;
  readonly table: string;
  readonly row: string;
  readonly why: readonly Why[];
  /** The row itself shows, and only cells of it do not. */
  readonly shows: boolean;
  readonly apply: (world: World) => World | null;
}

/** Works sketches out to changes of this world, aimed before all at what the requester may not see. */
export function drawChanges(s: Situatie, ontvanger: string, sketches: readonly MutationSketch[]): Change[] {
  const stock = takeStock(s);
  const aims = aimsOf(stock);
  const oins = s.contract.partners.map(({ oin }) => oin);
  const partners = s.contract.partners.map(({ id }) => id);
  return sketches.flatMap(({ kind, where, row, seed }) => {
    const name = DRAWN[kind % DRAWN.length] ?? 'value';
    const mutation = MUTATIONS[name];
    const aim = aims[where % aims.length] ?? stock;
    const entry = aim[row % aim.length];
    if (mutation === undefined || entry === undefined) return [];
    const { casus, doel, today } = s;
    const ground = { entry, stock, casus: casus.id, oins, partners, ontvanger, doel, today };
    // Not every mutation has an eye for the row it was aimed at.
    const why = BLIND.includes(name)
      ? []
      : entry.why.length > 0
        ? entry.why
        : [...new Set([...entry.cells.values()].flat())];
    const apply = (world: World): World | null => mutation({ ...ground, world, choices: new Choices(seed) });
    return [
      {
        kind: name,
        table: `${entry.part}.${entry.table}`,
        row: JSON.stringify(entry.row).slice(0, 160),
        why,
        shows: entry.why.length === 0,
        apply,
      },
    ];
  });
}

function put(aims: Map<string, Entry[]>, aim: string, entry: Entry): void {
  const known = aims.get(aim);
  if (known === undefined) aims.set(aim, [entry]);
  else known.push(entry);
}

/** Rows by the reason for which they, or cells of them, are withheld: each reason as likely as another. */
function aimsOf(stock: readonly Entry[]): Entry[][] {
  const aims = new Map<string, Entry[]>();
  for (const entry of stock) {
    const whole = entry.why.map((one) => `row ${one}`);
    const cells = [...new Set([...entry.cells.values()].flat())].map((one) => `cell ${one}`);
    const found = [...whole, ...cells];
    for (const aim of found.length > 0 ? found : ['shown']) put(aims, aim, entry);
  }
  return [...aims.values()];
}

/** Looks at a whole answer that one scene may take: what is left then, is left out. */
const MOST_LOOKS = 12;

/**
 * Makes as many of these changes as leave everything that the requester may see as it is. What is left out because he
 * may see it comes back apart.
 */
export function keepSecret(
  world: World,
  changes: readonly Change[],
  see: (world: World) => string | null,
): { world: World; made: Change[]; seen: Change[] } {
  const before = see(world);
  const made: Change[] = [];
  const seen: Change[] = [];
  let looks = 0;
  const add = (from: World, some: readonly Change[]): World => {
    let changed = from;
    const done: Change[] = [];
    for (const one of some) {
      const next = one.apply(changed);
      if (next === null || next === changed) continue;
      changed = next;
      done.push(one);
    }
    if (done.length === 0 || looks >= MOST_LOOKS) return from;
    looks += 1;
    changed = sound(changed);
    // The one may undo the other, and what no source can hold is gone again.
    if (!differ(from, changed)) return from;
    if (see(changed) === before) {
      made.push(...done);
      return changed;
    }
    if (done.length === 1) {
      seen.push(...done);
      return from;
    }
    const half = Math.ceil(done.length / 2);
    return add(add(from, done.slice(0, half)), done.slice(half));
  };
  // In groups by how likely they are to show, so that little has to be taken apart.
  const groups = [0, 1, 2].map((likely) => changes.filter((one) => likelihood(one) === likely));
  const twin = groups.reduce(add, world);
  return { world: twin, made: differ(world, twin) ? made : [], seen };
}

function likelihood({ kind, why, shows }: Change): number {
  if (BLIND.includes(kind)) return kind === 'relation' || kind === 'withdrawn' ? 0 : 1;
  if (why.length === 0) return kind.startsWith('near') ? 1 : 2;
  if (shows && ['removed', 'moved', 'added', 'other holder', 'actie'].includes(kind)) return 2;
  return ['moved', 'added', 'other holder'].includes(kind) ? 1 : 0;
}
