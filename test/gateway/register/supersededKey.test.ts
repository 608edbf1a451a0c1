import { RegisterFout } from '../../../gateway/register/registerFout';
import { verifyRegister } from '../../../gateway/register/verify';
import { answerAbout, fill, newKey, optionsFor, start } from './realRegister';
import { onEachBackend } from './onEachBackend';

/** A change of the key of checkpoints while hubs with the former one still run on the same register. */
onEachBackend('a key of checkpoints that another follows', (create) => {
  const [old, young] = [newKey(), newKey()];

  it('adds nothing more, in whatever it is busy with: the rest holds, and nothing told of is lost', async () => {
    const { options: place, rows } = await create();
    const before = await start(optionsFor(place, old));
    const kept = await fill(before, 5);
    const refused: unknown[] = [];
    const change = { over: false };
    const busy = (async () => {
      for (let [nr, after] = [0, 0]; after < 3; nr += 1, after += change.over ? 1 : 0) {
        await before.append(answerAbout(nr, 2)).then(
          ({ id }) => kept.push(id),
          (fout: unknown) => refused.push(fout),
        );
      }
    })();
    while (kept.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    const after = await start(optionsFor(place, young, old));
    const announced = (await rows()).regel.length;
    change.over = true;
    await busy;
    kept.push(...(await fill(after, 5)));
    for (const fout of refused) expect(fout).toBeInstanceOf(RegisterFout);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect((refused as RegisterFout[]).every(({ superseded }) => superseded)).toBe(true);
    expect([await before.ready(), await after.ready()]).toEqual([false, true]);
    await Promise.all([before.close(), after.close()]);
    const { regel } = await rows();
    const ids = regel.map(({ id }) => String(id));
    expect(kept.filter((id) => !ids.includes(id))).toEqual([]);
    expect(regel).toHaveLength(announced + 5);
    expect((await verifyRegister(place)).fout).toBeNull();
  });

  it('is not ready before it is asked anything, and does not start again', async () => {
    const { options: place } = await create();
    const before = await start(optionsFor(place, old));
    expect(await before.ready()).toBe(true);
    const after = await start(optionsFor(place, young, old));
    // No checkpoint but the first under the new key, which both signed.
    expect(await before.ready()).toBe(false);
    await expect(start(optionsFor(place, old))).rejects.toThrow(RegisterFout);
    await Promise.all([before.close(), after.close()]);
    expect((await verifyRegister(place)).fout).toBeNull();
  });

  it('may be taken back as it was given: then it is in force again, and its hubs go on by themselves', async () => {
    const { options: place } = await create();
    const before = await start(optionsFor(place, old));
    const after = await start(optionsFor(place, young, old));
    await expect(before.append(answerAbout(1, 1))).rejects.toThrow(RegisterFout);
    const back = await start(optionsFor(place, old, young));
    expect([await before.ready(), await after.ready(), await back.ready()]).toEqual([true, false, true]);
    await before.append(answerAbout(2, 1));
    await expect(after.append(answerAbout(3, 1))).rejects.toThrow(RegisterFout);
    await back.append(answerAbout(4, 1));
    await Promise.all([before, after, back].map((one) => one.close()));
    expect((await verifyRegister(place)).fout).toBeNull();
  });

  it('two hubs that start with the new one at once both go on', async () => {
    const { options: place } = await create();
    await (await start(optionsFor(place, old))).close();
    const both = await Promise.all([1, 2].map(() => start(optionsFor(place, young, old))));
    for (let round = 0; round < 5; round += 1) for (const one of both) await one.append(answerAbout(round, 1));
    await Promise.all(both.map((one) => one.close()));
    expect((await verifyRegister(place)).fout).toBeNull();
  });
});
