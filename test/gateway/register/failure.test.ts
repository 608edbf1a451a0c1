import { setTimeout as sleep } from 'node:timers/promises';
import { openRegister } from '../../../gateway/register/openRegister';
import { RegisterFout } from '../../../gateway/register/registerFout';
import { verifyRegister } from '../../../gateway/register/verify';
import { exampleRegel, exampleVerstrekking, regelWith } from './exampleRegel';
import { onEachBackend } from './onEachBackend';

const BROKEN = exampleRegel({
  verstrekkingen: [exampleVerstrekking(), exampleVerstrekking({ coordinaat: 'Stuk.veld' })],
});

onEachBackend('a register that fails', (create) => {
  it('throws RegisterFout and leaves nothing of the entry, and neither breaks the one before nor the one behind', async () => {
    const { options, rows, failOn } = await create();
    const register = await openRegister(options);
    await failOn('Stuk.veld');
    const outcomes = await Promise.allSettled(
      [regelWith(3), BROKEN, regelWith(2)].map((regel) => register.append(regel)),
    );
    await register.close();

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: expect.any(RegisterFout) as unknown });
    const { logregel, verstrekking } = await rows();
    expect(logregel.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(verstrekking.map((row) => row['logregel_seq'])).toEqual([1, 1, 1, 2, 2]);
    expect(await verifyRegister(options)).toMatchObject({ regels: 2, fout: null });
  });

  it('names the step and nothing of the entry in its message', async () => {
    const { options, failOn } = await create();
    const register = await openRegister(options);
    await failOn('Stuk.veld');
    await expect(register.append(BROKEN)).rejects.toMatchObject({
      code: 'HUB_REGISTER_ONBESCHIKBAAR',
      message: 'Register: toevoegen mislukt',
    });
    await register.close();
  });

  it('refuses a verstrekking to nobody', async () => {
    const { options, rows } = await create();
    const register = await openRegister(options);
    await expect(register.append(exampleRegel({ partner: null }))).rejects.toThrow(RegisterFout);
    await register.close();
    expect((await rows()).logregel).toEqual([]);
  });

  it('finishes what it began before it closes, and throws RegisterFout from then on', async () => {
    const { options } = await create();
    const register = await openRegister(options);
    expect(await register.ready()).toBe(true);
    const begun = [register.append(regelWith(1)), register.append(regelWith(1))];
    const closed = register.close();
    await expect(register.append(regelWith(1))).rejects.toThrow(RegisterFout);
    await Promise.all([...begun, closed, register.close()]);
    expect(await register.ready()).toBe(false);
    expect(await verifyRegister(options)).toMatchObject({ regels: 2, fout: null });
  });

  it('is not ready, and throws RegisterFout, when its tables are gone', async () => {
    const { options, run } = await create();
    const register = await openRegister(options);
    await run('drop table verstrekking', 'drop table logregel');
    expect(await register.ready()).toBe(false);
    await expect(register.append(regelWith(1))).rejects.toThrow(RegisterFout);
    await register.close();
  });

  it('waits for another writer while the process goes on', async () => {
    const { options, hold } = await create();
    const register = await openRegister(options);
    const release = await hold();
    let done = false;
    const appended = register.append(regelWith(2)).then(() => (done = true));
    await sleep(300);
    expect(done).toBe(false);
    await release();
    await appended;
    await register.close();
    expect(await verifyRegister(options)).toMatchObject({ regels: 1, fout: null });
  });

  it('throws RegisterFout when another writer never ends, and works again after', async () => {
    const { options, hold } = await create();
    const register = await openRegister(options);
    const release = await hold();
    await expect(register.append(regelWith(2))).rejects.toThrow(RegisterFout);
    await release();
    await register.append(regelWith(2));
    await register.close();
    expect(await verifyRegister(options)).toMatchObject({ regels: 1, fout: null });
  }, 20_000);
});
