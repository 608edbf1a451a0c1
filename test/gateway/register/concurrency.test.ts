import { openRegister } from '../../../gateway/register/openRegister';
import { verifyRegister } from '../../../gateway/register/verify';
import { onEachBackend } from './onEachBackend';
import { regelWith } from './exampleRegel';
import { startChild } from './startChild';

onEachBackend('several writers of one register', (create) => {
  it('form one chain without gaps from two registers in one process', async () => {
    const { options, rows } = await create();
    const registers = await Promise.all([openRegister(options), openRegister(options)]);
    const receipts = await Promise.all(
      registers.flatMap((register) => Array.from({ length: 200 }, (_, nr) => register.append(regelWith(nr % 4)))),
    );
    await Promise.all(registers.map((register) => register.close()));

    expect(await verifyRegister(options)).toMatchObject({ regels: 400, fout: null });
    const kept = (await rows()).logregel.map(({ id }) => id);
    expect(kept.sort()).toEqual(receipts.map(({ id }) => id).sort());
  }, 60_000);

  it('form one chain without gaps from two processes', async () => {
    const scratch = await create();
    const children = [startChild(scratch, 200), startChild(scratch, 200)];
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0]);

    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: 400, fout: null });
    const kept = (await scratch.rows()).logregel.map(({ id }) => String(id));
    expect(kept.sort()).toEqual(children.flatMap((child) => child.receipts).sort());
  }, 60_000);

  it('keep every entry whose receipt came out of a process that was killed', async () => {
    const scratch = await create();
    const child = startChild(scratch, 1_000_000);
    await child.printed(50);
    child.process.kill('SIGKILL');
    await child.ended;

    const { regels, fout } = await verifyRegister(scratch.options);
    expect(fout).toBeNull();
    expect(regels - child.receipts.length).toBeGreaterThanOrEqual(0);
    expect(regels - child.receipts.length).toBeLessThanOrEqual(1);
    const kept = new Set((await scratch.rows()).logregel.map(({ id }) => id));
    expect(child.receipts.every((id) => kept.has(id))).toBe(true);
  }, 60_000);

  it('can be verified while they write', async () => {
    const { options } = await create();
    const register = await openRegister(options);
    const progress = { writing: true };
    const writer = (async () => {
      for (let nr = 0; nr < 150; nr += 1) {
        await register.append(regelWith(5));
        await new Promise(setImmediate);
      }
      progress.writing = false;
    })();
    // A few times only: libsql 0.5 gives the file of a closed database back when its statements are collected.
    for (let time = 0; progress.writing && time < 20; time += 1) {
      expect(await verifyRegister(options, undefined, { pageSize: 7 })).toMatchObject({ fout: null });
    }
    await writer;
    await register.close();
    expect(await verifyRegister(options)).toMatchObject({ regels: 150, fout: null });
  }, 60_000);
});
