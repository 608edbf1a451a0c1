import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRegister } from '../../../gateway/register/openRegister';
import { RegisterFout } from '../../../gateway/register/registerFout';
import { verifyRegister } from '../../../gateway/register/verify';
import { KEY } from './backend';
import { regelWith } from './exampleRegel';
import { onBackend } from './onEachBackend';
import { postgresBackend } from './postgresBackend';

onBackend(postgresBackend, 'the register in a database', (create) => {
  it('needs no more than insert and select once the admin role has made the tables', async () => {
    const { options, run } = await create();
    const role = `schrijver_${randomBytes(4).toString('hex')}`;
    const url = new URL(options.databaseUrl ?? '');
    url.username = role;
    await run(
      `create role ${role} login`,
      `alter default privileges in schema public grant select, insert on tables to ${role}`,
    );
    const adminDatabaseUrl = options.databaseUrl;
    const register = await openRegister({ ...options, databaseUrl: url.href, adminDatabaseUrl });
    expect(await register.ready()).toBe(true);
    await register.append(regelWith(4));
    await register.close();
    expect(await verifyRegister({ databaseUrl: url.href, file: '' })).toMatchObject({ regels: 1, fout: null });

    const again = await openRegister({ ...options, databaseUrl: url.href });
    await again.append(regelWith(4));
    await run(`revoke insert on verstrekking from ${role}`);
    expect(await again.ready()).toBe(false);
    await expect(again.append(regelWith(4))).rejects.toThrow(RegisterFout);
    await again.close();
    expect(await verifyRegister(options)).toMatchObject({ regels: 2, fout: null });
    await run(`drop owned by ${role}`, `drop role ${role}`);
  });

  it('survives connections that the server ends, between and during appends', async () => {
    const { options, run, rows } = await create();
    const register = await openRegister(options);
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    let kept = 0;
    for (let round = 0; round < 5; round += 1) {
      const appends = Array.from({ length: 20 }, () => register.append(regelWith(30)));
      const settled = Promise.allSettled(appends);
      await run(kill);
      for (const outcome of await settled) {
        if (outcome.status === 'fulfilled') kept += 1;
        else expect(outcome.reason).toBeInstanceOf(RegisterFout);
      }
    }
    await register.append(regelWith(30)).catch(() => undefined);
    await run(kill);
    await sleep(100);
    await register.append(regelWith(30));
    kept += 1;
    await register.close();
    const { regels, fout } = await verifyRegister(options);
    expect(fout).toBeNull();
    expect(regels).toBeGreaterThanOrEqual(kept);
    expect((await rows()).verstrekking).toHaveLength(regels * 30);
  }, 30_000);

  it('makes its tables once when several gateways start together', async () => {
    const { options } = await create();
    const registers = await Promise.all(Array.from({ length: 4 }, () => openRegister(options)));
    await Promise.all(registers.map((register) => register.append(regelWith(1))));
    await Promise.all(registers.map((register) => register.close()));
    expect(await verifyRegister(options)).toMatchObject({ regels: 4, fout: null });
  });
});

describe('opening a register in a database', () => {
  it('throws RegisterFout when no server answers', async () => {
    const options = { databaseUrl: 'postgres://postgres@127.0.0.1:1/x', file: '', key: KEY };
    await expect(openRegister(options)).rejects.toThrow(RegisterFout);
  });
});
