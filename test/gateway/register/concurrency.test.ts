import { openRegister } from '../../../gateway/register/openRegister';
import { openWriter } from '../../../gateway/register/writer/openWriter';
import { regelWith } from './exampleRegel';
import { expectRight } from './expectRight';
import { onEachBackend } from './onEachBackend';
import { startChild } from './startChild';

onEachBackend('several writers of one register', (create) => {
  it('form one tree without gaps from two writers in one process', async () => {
    const { options, rows } = await create();
    const writers = await Promise.all([openWriter(options), openWriter(options)]);
    const receipts = await Promise.all(
      writers.flatMap(async (writer) => {
        const own = [];
        // Some at a time, so that the two take turns.
        for (let nr = 0; nr < 200; nr += 10) {
          own.push(
            ...(await Promise.all(Array.from({ length: 10 }, (_, i) => writer.append(regelWith((nr + i) % 4))))),
          );
        }
        return own;
      }),
    );
    await Promise.all(writers.map((writer) => writer.close()));

    const { entries, signed } = expectRight(await rows());
    expect(entries.map(({ id }) => id).sort()).toEqual(receipts.flat().map(({ id }) => id).sort()); // oxfmt-ignore
    expect(signed.at(-1)).toBe(400);
    const turns = entries.filter(({ id }, nr) => isOf(receipts[0], id) !== isOf(receipts[0], entries[nr - 1]?.id));
    expect(turns.length).toBeGreaterThan(4);
  }, 60_000);

  it('form one tree without gaps from several processes', async () => {
    const scratch = await create();
    const count = scratch.options.databaseUrl === null ? 2 : 4;
    const children = Array.from({ length: count }, () => startChild(scratch, 150, undefined, 3));
    expect(await Promise.all(children.map((child) => child.ended))).toEqual(children.map(() => 0));

    const { entries, signed } = expectRight(await scratch.rows());
    expect(entries.map(({ id }) => id).sort()).toEqual(children.flatMap((child) => child.receipts).sort()); // oxfmt-ignore
    expect(signed.at(-1)).toBe(count * 150);
  }, 60_000);

  it('keep every entry whose receipt came out of a process that was killed', async () => {
    const scratch = await create();
    const child = startChild(scratch, 1_000_000, undefined, 4);
    await child.printed(50);
    child.process.kill('SIGKILL');
    await child.ended;

    const { entries } = expectRight(await scratch.rows());
    const kept = new Set(entries.map(({ id }) => id));
    expect(child.receipts.filter((id) => !kept.has(id))).toEqual([]);

    const register = await openRegister(scratch.options);
    await register.append(regelWith(2));
    await register.close();
    expect(expectRight(await scratch.rows()).signed.at(-1)).toBe(entries.length + 1);
  }, 60_000);
});

const isOf = (receipts: readonly { readonly id: string }[] | undefined, wanted: string | undefined): boolean =>
  receipts?.some(({ id }) => id === wanted) ?? false;
