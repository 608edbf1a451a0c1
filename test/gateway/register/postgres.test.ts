import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRegister } from '../../../gateway/register/openRegister';
import { openWriter } from '../../../gateway/register/writer/openWriter';
import { TABLE_NAMES } from './backend';
import { regelWith } from './exampleRegel';
import { expectRight } from './expectRight';
import { onBackend } from './onEachBackend';
import { postgresBackend } from './postgresBackend';

onBackend(postgresBackend, 'the register in a database', (create) => {
  it('needs no more than insert and select once the admin role has made the tables', async () => {
    const { options, run, rows } = await create();
    const role = `schrijver_${randomBytes(4).toString('hex')}`;
    const url = new URL(options.databaseUrl ?? '');
    url.username = role;
    await run(`create role ${role} login`);
    const writer = await openWriter({ ...options, databaseUrl: url.href, adminDatabaseUrl: options.databaseUrl });
    expect(await writer.ready()).toBe(true);
    await writer.append(regelWith(4));
    await writer.close();
    expectRight(await rows());

    const again = await openWriter({ ...options, databaseUrl: url.href, adminDatabaseUrl: options.databaseUrl });
    await again.append(regelWith(4));
    await run(`revoke insert on wijzer from ${role}`);
    expect(await again.ready()).toBe(false);
    await expect(again.append(regelWith(4))).rejects.toThrow('permission denied');
    await again.close();
    expect(expectRight(await rows()).entries).toHaveLength(2);
    await run(`drop owned by ${role}`, `drop role ${role}`);
  });

  it('takes the lines of many requests into one transaction, also from the thread that writes', async () => {
    const { options, run } = await create();
    const register = await openRegister(options);
    // A machine that stands still for a moment can come between, but not each time.
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const late: Promise<unknown>[] = [];
      for (let nr = 0; nr < 3; nr += 1) {
        late.push(register.append(regelWith(1), 64));
        await sleep(5);
      }
      await Promise.all(late);
    }
    await register.close();
    // Divides by zero when no transaction holds three lines.
    await run('select 1 / count(*) from (select 1 from regel group by xmin::text having count(*) = 3) as together');
  });

  it('is not ready when its role may not insert in one of its tables', async () => {
    const { options, run } = await create();
    const role = `schrijver_${randomBytes(4).toString('hex')}`;
    const url = new URL(options.databaseUrl ?? '');
    url.username = role;
    await run(`create role ${role} login`);
    const writer = await openWriter({ ...options, databaseUrl: url.href, adminDatabaseUrl: options.databaseUrl });
    for (const table of TABLE_NAMES) {
      await run(`revoke insert on ${table} from ${role}`);
      expect({ table, ready: await writer.ready() }).toEqual({ table, ready: false });
      await run(`grant insert on ${table} to ${role}`);
      expect(await writer.ready()).toBe(true);
    }
    await writer.close();
    await run(`drop owned by ${role}`, `drop role ${role}`);
  });

  it('survives connections that the server ends, between and during appends', async () => {
    const { options, run, rows } = await create();
    const writer = await openWriter(options);
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    const kept: string[] = [];
    let failed = 0;
    for (let round = 0; round < 5; round += 1) {
      const settled = Promise.allSettled(Array.from({ length: 20 }, () => writer.append(regelWith(30))));
      await run(kill);
      for (const outcome of await settled) {
        if (outcome.status === 'fulfilled') kept.push(outcome.value.id);
        else failed += 1;
      }
      // The one after it works without anybody's hands, whatever the one before met.
      await writer.append(regelWith(3)).catch(() => undefined);
      kept.push((await writer.append(regelWith(3))).id);
    }
    await writer.close();
    const held = new Set(expectRight(await rows()).entries.map(({ id }) => id));
    expect(kept.filter((id) => !held.has(id))).toEqual([]);
    expect(held.size).toBeLessThanOrEqual(kept.length + failed + 5);
  }, 30_000);

  it('makes its tables once when several gateways start together', async () => {
    const { options, rows } = await create();
    const writers = await Promise.all(Array.from({ length: 4 }, () => openWriter(options)));
    await Promise.all(writers.map((writer) => writer.append(regelWith(1))));
    await Promise.all(writers.map((writer) => writer.close()));
    expect(expectRight(await rows()).entries).toHaveLength(4);
  });

  it('flushes each commit, also where the server would not', async () => {
    const { options, run, rows } = await create();
    const name = new URL(options.databaseUrl ?? '').pathname.slice(1);
    await run(
      `alter database ${name} set synchronous_commit = off`,
      `create table gezien (stand text)`,
      `create function zie() returns trigger language plpgsql as
        'begin insert into gezien values (current_setting(''synchronous_commit'')); return new; end'`,
    );
    const writer = await openWriter(options);
    await run('create trigger zie before insert on regel for each row execute function zie()');
    await writer.append(regelWith(1));
    await writer.close();
    await expect(run(`select 1 / (count(*) filter (where stand <> 'on') - 1) from gezien`)).resolves.toBeUndefined();
    await expect(run(`select 1 / (count(*) filter (where stand = 'on') - 1) from gezien`)).rejects.toThrow('division');
    expectRight(await rows());
  });
});
