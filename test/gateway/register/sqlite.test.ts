import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegister } from '../../../gateway/register/openRegister';
import { RegisterFout } from '../../../gateway/register/registerFout';
import { verifyRegister } from '../../../gateway/register/verify';
import { KEY } from './backend';
import { exampleRegel, regelWith } from './exampleRegel';
import { onBackend } from './onEachBackend';
import { sqliteBackend } from './sqliteBackend';
import { startChild } from './startChild';

onBackend(sqliteBackend, 'the register file', (create) => {
  it.each([
    `insert or replace into logregel select 1, 'x', tijdstip, inhoud, vorige, hash from logregel where seq = 1`,
    `insert or replace into logregel select 3, id, tijdstip, inhoud, vorige, hash from logregel where seq = 1`,
    `insert or replace into verstrekking select * from verstrekking where logregel_seq = 2`,
    `insert into logregel select 9, 'x', tijdstip, inhoud, vorige, hash from logregel where seq = 1`,
  ])('refuses: %s', async (statement) => {
    const { options, run } = await create();
    const register = await openRegister(options);
    await register.append(exampleRegel());
    await register.append(exampleRegel());
    await register.close();
    await expect(run(statement)).rejects.toThrow('alleen toevoegen');
    expect(await verifyRegister(options)).toMatchObject({ regels: 2, fout: null });
  });

  it('stops with RegisterFout when the disk is full, keeps every entry it gave a receipt for, and no half one', async () => {
    const scratch = await create();
    const child = startChild(scratch, 100_000, 1024);
    expect(await child.ended).toBe(3);
    expect(child.receipts.length).toBeGreaterThan(10);
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: child.receipts.length, fout: null });

    const register = await openRegister(scratch.options);
    await register.append(regelWith(2));
    await register.close();
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: child.receipts.length + 1, fout: null });
  }, 30_000);

  it('finds bytes behind a NUL, which SQLite readers do not show', async () => {
    const { options, rows, overwrite, run } = await create();
    const register = await openRegister(options);
    for (let nr = 0; nr < 3; nr += 1) await register.append(exampleRegel());
    await register.close();
    await overwrite(await rows());
    await run(`update verstrekking set artikel = artikel || char(0) || 'x' where logregel_seq = 2`);
    expect(await verifyRegister(options)).toMatchObject({ regels: 1, fout: { seq: 2 } });
  });
});

describe('opening a register file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'register-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('throws RegisterFout for a file that is no register', async () => {
    const file = join(folder, 'brief.txt');
    writeFileSync(file, 'geen register'.repeat(1000));
    await expect(openRegister({ databaseUrl: null, file, key: KEY })).rejects.toThrow(RegisterFout);
  });

  it('throws RegisterFout where no file can be', async () => {
    writeFileSync(join(folder, 'plat'), '');
    const file = join(folder, 'plat', 'register.db');
    await expect(openRegister({ databaseUrl: null, file, key: KEY })).rejects.toThrow(RegisterFout);
  });

  it('throws RegisterFout for a key that could be guessed', async () => {
    const options = { databaseUrl: null, file: join(folder, 'r.db'), key: new Uint8Array(16) };
    await expect(openRegister(options)).rejects.toThrow(RegisterFout);
  });

  it('does not let verify make a register where there is none', async () => {
    const file = join(folder, 'nergens.db');
    await expect(verifyRegister({ databaseUrl: null, file })).rejects.toThrow('expected a file');
  });
});
