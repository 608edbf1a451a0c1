import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegister } from '../../../gateway/register/openRegister';
import { RegisterFout } from '../../../gateway/register/registerFout';
import { CHECKPOINT, KEY } from './backend';

describe('opening a register', () => {
  const folder = mkdtempSync(join(tmpdir(), 'register-'));
  writeFileSync(join(folder, 'brief.txt'), 'geen register'.repeat(1000));
  writeFileSync(join(folder, 'plat'), '');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const ground = { databaseUrl: null, file: join(folder, 'goed.db'), key: KEY, checkpoint: CHECKPOINT };

  it.each([
    ['a file that is no register', { file: join(folder, 'brief.txt') }],
    ['a place where no file can be', { file: join(folder, 'plat', 'register.db') }],
    ['a key that could be guessed', { key: new Uint8Array(16) }],
    ['a database that does not answer', { databaseUrl: 'postgres://postgres@127.0.0.1:1/x' }],
    ['a key of checkpoints that is none', { checkpoint: { naam: 'x', pem: 'geheim' } }],
  ])('throws RegisterFout for %s', async (_name, over) => {
    const fout = await openRegister({ ...ground, ...over }).catch((one: unknown) => one);
    expect(fout).toBeInstanceOf(RegisterFout);
    expect((fout as RegisterFout).message).toBe('Register: openen mislukt');
  });
});
