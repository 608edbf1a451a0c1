import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { openStore } from '../../../gateway/register/writer/openStore';
import { readTree } from '../../../gateway/register/writer/readTree';
import { type Knoop, LAAG, Tree, leafHash, perfectRoot } from '../../../gateway/register/writer/tree';
import { openWriter } from '../../../gateway/register/writer/openWriter';
import { exampleRegel } from './exampleRegel';
import { expectRight } from './expectRight';
import { runs } from '../../harness/runs';
import { naiveLeaf, naiveRoot } from './naiveRoot';
import { onBackend } from './onEachBackend';
import { sqliteBackend } from './sqliteBackend';

const leaf = (nr: number): Buffer => naiveLeaf(`leaf ${nr}`);
const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
const leaves = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => leafHash(`leaf ${from + i}`));

describe('the tree', () => {
  it('has the root that RFC 9162 gives, at every size from 0 to 600', () => {
    const all = Array.from({ length: 600 }, (_, nr) => leaf(nr));
    let tree = Tree.EMPTY;
    for (let size = 0; size <= 600; size += 1) {
      expect({ size, root: tree.root() }).toEqual({ size, root: hex(naiveRoot(all.slice(0, size))) });
      tree = tree.append(leaves(size, size + 1)).tree;
    }
  }, 30_000);

  it('has the test vectors of Certificate Transparency', () => {
    // RFC 9162 gives none; these are of its reference implementation (google/certificate-transparency, merkle_tree_test).
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const hashed = inputs.map((input) =>
      createHash('sha256').update(Buffer.of(0)).update(Buffer.from(input, 'hex')).digest('hex'),
    );
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    expect(hashed.map((_, nr) => Tree.EMPTY.append(hashed.slice(0, nr + 1)).tree.root())).toEqual(roots);
    expect(
      hashed.map((_, nr) => hex(naiveRoot(hashed.slice(0, nr + 1).map((one) => Buffer.from(one, 'hex'))))),
    ).toEqual(roots);
  });

  it('comes to the same in batches of any size, with the same nodes to keep', () => {
    const all = Array.from({ length: 700 }, (_, nr) => leaf(nr));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }), (batches) => {
        let tree = Tree.EMPTY;
        const knopen: Knoop[] = [];
        for (const batch of batches) {
          const to = Math.min(700, tree.size + batch);
          const grown = tree.append(leaves(tree.size, to));
          knopen.push(...grown.knopen);
          tree = grown.tree;
        }
        const complete = Array.from({ length: Math.floor(tree.size / 256) }, (_, nr) => ({
          laag: LAAG,
          nr,
          hash: hex(naiveRoot(all.slice(nr * 256, (nr + 1) * 256))),
        }));
        expect(knopen).toEqual(complete);
        expect(tree.root()).toBe(hex(naiveRoot(all.slice(0, tree.size))));
      }),
      { numRuns: runs(40) },
    );
  }, 30_000);

  it('refuses a subtree of nothing', () => {
    expect(() => perfectRoot([])).toThrow('without leaves');
  });
});

onBackend(sqliteBackend, 'the tree of a register', (create) => {
  it('is read from what is kept of it, at every size, also over the second level of nodes', async () => {
    const { options } = await create();
    const store = await openStore(options);
    const sizes = [0, 1, 255, 256, 257, 511, 65_535, 65_536, 65_537, 65_792, 66_000];
    let tree = Tree.EMPTY;
    for (const size of sizes) {
      const blad = leaves(tree.size, size);
      const from = tree.size;
      const grown = tree.append(blad);
      tree = grown.tree;
      const read = await store.write(async (tx) => {
        for (let at = 0; at < blad.length; at += 1_000) {
          const rows = blad
            .slice(at, at + 1_000)
            .map((one, i) => ({ nr: from + at + i, id: `id-${from + at + i}`, blad: one }));
          await tx.insertInto('regel').values(rows).execute();
        }
        for (const knoop of grown.knopen) await tx.insertInto('knoop').values(knoop).execute();
        return readTree(tx, size);
      });
      expect({ size, root: read.root() }).toEqual({ size, root: tree.root() });
      expect(read).toEqual(tree);
    }
    await store.close();
  }, 60_000);

  it('is not read over a gap', async () => {
    const { options, run } = await create();
    const store = await openStore(options);
    const { tree, knopen } = Tree.EMPTY.append(leaves(0, 300));
    await store.write(async (tx) => {
      const rows = leaves(0, 300).map((blad, nr) => ({ nr, id: `id-${nr}`, blad }));
      await tx.insertInto('regel').values(rows).execute();
      await tx.insertInto('knoop').values(knopen).execute();
    });
    expect((await store.write((tx) => readTree(tx, 300))).root()).toBe(tree.root());
    await run('drop trigger knoop_delete', 'delete from knoop');
    await expect(store.write((tx) => readTree(tx, 300))).rejects.toThrow('lacks a node');
    await store.close();
  });

  it('is right when two writers take turns in batches of any size', async () => {
    const { options, rows } = await create();
    const writers = [await openWriter(options), await openWriter(options)];
    const sizes = [1, 200, 3, 54, 1, 255, 2, 90, 140];
    for (const [turn, size] of sizes.entries()) {
      await Promise.all(
        Array.from({ length: size }, () => writers[turn % 2]!.append(exampleRegel({ verstrekkingen: [] }))),
      );
    }
    await Promise.all(writers.map((one) => one.close()));
    expect(expectRight(await rows()).entries).toHaveLength(746);
  });
});
