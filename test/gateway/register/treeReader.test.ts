import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { type TreeReader, openTreeReader } from '../../../gateway/register/reader/openTreeReader';
import { provesConsistency, provesInclusion } from '../../../gateway/register/verifier/proofs';
import { GrowingTree } from '../../../gateway/register/verifier/tree';
import { buildGolden } from './golden/buildGolden';
import { type Loose, loosePostgres, looseSqlite } from './golden/looseTables';
import { consistencyProof, inclusionPath, treeHash } from './golden/naiveTree';
import { postgresBackend } from './postgresBackend';

const FEW = 300;
/** Enough for a node of level 16. */
const MANY = 66_000;
/** Enough for nodes of level 8: the statements are the same on each backend. */
const SOME = 1_300;
const leaves = Array.from({ length: MANY }, () => randomBytes(32));

const nodesAt = (laag: number, many: number) =>
  Array.from({ length: Math.floor(many / 2 ** laag) }, (_, nr) => ({
    laag,
    nr,
    hash: treeHash(leaves.slice(nr * 2 ** laag, (nr + 1) * 2 ** laag)).toString('hex'),
  }));
const regel = leaves.map((leaf, nr) => ({ nr, id: `id-${String(nr)}`, blad: leaf.toString('hex') }));
const ofSize = (size: number) => leaves.slice(0, size);
const head = (size: number) => ({ grootte: size, root: treeHash(ofSize(size)) });

const BACKENDS: [string, () => Promise<Loose>, number, number][] = [['SQLite', looseSqlite, 2, MANY]];
if (postgresBackend.unavailable === null) BACKENDS.push(['PostgreSQL', loosePostgres, 17, SOME]);

describe.each(BACKENDS)('the reader of the tree (%s)', (_name, create, step, many) => {
  let loose: Loose;
  let reader: TreeReader;
  beforeAll(async () => {
    loose = await create();
    await loose.write({ regel: regel.slice(0, many), knoop: [...nodesAt(8, many), ...nodesAt(16, many)] });
    await loose.index('create index on_nr on regel (nr)', 'create index on_node on knoop (laag, nr)');
    reader = openTreeReader(loose.source);
  }, 120_000);
  afterAll(async () => {
    await reader.close();
    await loose.drop();
  });

  it(`proves as RFC 9162 has it, of every size up to ${String(FEW)}`, async () => {
    for (let size = 1; size <= FEW; size += step) {
      const one = Math.floor(Math.random() * size);
      for (const nr of new Set([one, size - 1])) {
        expect(await reader.inclusion(nr, size)).toEqual(inclusionPath(nr, ofSize(size)));
        expect(await reader.consistency(nr + 1, size)).toEqual(consistencyProof(nr + 1, ofSize(size)));
      }
    }
  }, 120_000);

  it('proves the same of larger sizes, which are checked', async () => {
    const sizes = fc.oneof(
      fc.constantFrom(...[256, 512, 65_535, 65_536, 65_537, many].filter((size) => size <= many)),
      fc.integer({ min: FEW, max: many }),
    );
    const pairs = sizes.chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })));
    await fc.assert(
      fc.asyncProperty(pairs, async ([size, first]) => {
        const path = await reader.inclusion(first - 1, size);
        expect(path).toEqual(inclusionPath(first - 1, ofSize(size)));
        const { root } = head(size);
        expect(provesInclusion(leaves[first - 1]!, first - 1, size, path, root)).toBe(true);
        const proof = await reader.consistency(first, size);
        expect(proof).toEqual(consistencyProof(first, ofSize(size)));
        expect(provesConsistency(head(first), head(size), proof)).toBe(true);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 180_000);

  it('gives no proof of what is not there, and none when a node is lacking', async () => {
    await expect(reader.inclusion(5, 5)).rejects.toThrow('not in a tree of 5');
    await expect(reader.inclusion(5, many + 1)).rejects.toThrow('no tree');
    await expect(reader.consistency(6, 5)).rejects.toThrow('does not continue');
    expect(await reader.consistency(0, 5)).toEqual([]);
    await loose.write({ knoop: nodesAt(8, many).filter(({ nr }) => nr !== 3) });
    await expect(reader.inclusion(0, 1024)).rejects.toThrow('lacks a node');
    await loose.write({ knoop: [...nodesAt(8, many), ...nodesAt(16, many)] });
  });

  it('gives the latest checkpoint, and an entry by its receipt', async () => {
    const golden = buildGolden(undefined, 60);
    await loose.write(golden.rows);
    expect(await reader.checkpoint()).toBe(golden.rows.checkpoint.at(-1)?.['tekst']);
    const { id, blad } = golden.rows.regel[41]!;
    expect(await reader.find(String(id))).toEqual({ nr: 41, blad, tekst: golden.rows.inhoud[41]!['tekst'] });
    expect(await reader.find('niet-hier')).toBeNull();
    await loose.write({ inhoud: [] });
    expect(await reader.find(String(id))).toEqual({ nr: 41, blad, tekst: null });
  });
});

describe('a proof', () => {
  const sizes = fc
    .integer({ min: 2, max: 200 })
    .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })));

  it('of inclusion holds for that leaf, place, size and root, and for no other', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([size, first], change) => {
        const nr = first - 1;
        const path = inclusionPath(nr, ofSize(size));
        const { root } = head(size);
        const leaf = leaves[nr]!;
        expect(provesInclusion(leaf, nr, size, path, root)).toBe(true);
        const at = change % Math.max(path.length, 1);
        for (const other of [bent(path, at), path.slice(1), [...path, leaf], path.filter((_, one) => one !== at)]) {
          if (other.length === path.length && path.length === 0) continue;
          expect(provesInclusion(leaf, nr, size, other, root)).toBe(false);
        }
        expect(provesInclusion(leaves[nr + 1]!, nr, size, path, root)).toBe(false);
        expect(provesInclusion(leaf, size, size, path, root)).toBe(false);
        for (const elsewhere of [nr ^ 1, nr ^ 2, nr + 4])
          expect(provesInclusion(leaf, elsewhere, size, path, root)).toBe(false);
      }),
    );
  });

  it('of consistency holds for those two trees, and for no other', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([size, first], change) => {
        const proof = consistencyProof(first, ofSize(size));
        expect(provesConsistency(head(first), head(size), proof)).toBe(true);
        const root = randomBytes(32);
        expect(provesConsistency({ grootte: first, root }, head(size), proof)).toBe(false);
        expect(provesConsistency(head(first), { grootte: size, root }, proof)).toBe(false);
        if (first !== size) expect(provesConsistency(head(size), head(first), proof)).toBe(false);
        expect(provesConsistency(head(first), head(size), [...proof, root])).toBe(false);
        if (proof.length === 0) return;
        const at = change % proof.length;
        expect(provesConsistency(head(first), head(size), bent(proof, at))).toBe(false);
        expect(provesConsistency(head(first), head(size), proof.slice(0, -1))).toBe(false);
        expect(provesConsistency(head(first), head(size), [])).toBe(false);
      }),
    );
  });

  it('stands on the root that grows leaf by leaf', () => {
    const tree = new GrowingTree();
    const completed: [number, number, string][] = [];
    for (let size = 0; size <= 520; size += 1) {
      expect(tree.root()).toEqual(treeHash(ofSize(size)));
      tree.append(leaves[size]!, (laag, nr, hash) => {
        if (laag === 8) completed.push([laag, nr, hash.toString('hex')]);
      });
    }
    expect(completed).toEqual(
      nodesAt(8, MANY)
        .slice(0, 2)
        .map(({ laag, nr, hash }) => [laag, nr, hash]),
    );
  });
});

function bent(path: readonly Buffer[], at: number): Buffer[] {
  return path.map((node, one) =>
    one === at ? Buffer.from(node.map((byte, index) => (index === 7 ? byte ^ 4 : byte))) : node,
  );
}
