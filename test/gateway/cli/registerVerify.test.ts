import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { openRegister } from '../../../gateway/register/openRegister';
import { regelWith } from '../register/exampleRegel';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';
import { spawnCli } from './spawnCli';

const dir = scratch();
const verify = (KETENHUB_DIR: string, ...argv: string[]): Promise<Outcome> =>
  hub(['register', 'verify', ...argv], { env: { KETENHUB_DIR } });

async function fill(naam: string, entries: number): Promise<string> {
  const folder = join(dir, naam);
  const file = join(folder, 'register.sqlite');
  const register = await openRegister({ databaseUrl: null, file, key: new Uint8Array(32).fill(7) });
  for (let nr = 0; nr < entries; nr += 1) await register.append(regelWith(nr % 3));
  await register.close();
  return folder;
}

/** Someone with the file in hands, whom no trigger stops. */
function tamper(folder: string, statement: string): void {
  const database = new Database(join(folder, 'register.sqlite'));
  const triggers = database.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`drop trigger ${name}`);
  database.exec(statement);
  database.close();
}

describe('hub register verify', () => {
  test('ends with 0 over a register that holds, and names its head', async () => {
    const folder = await fill('goed', 5);
    const { code, out, err } = await spawnCli('main', ['register', 'verify', '--json'], { KETENHUB_DIR: folder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const said = JSON.parse(out) as { kop: string };
    expect(said).toEqual({
      klopt: true,
      regels: 5,
      kop: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      fout: null,
    });
    expect((await verify(folder, '--kop', said.kop)).code).toBe(0);
    expect((await verify(folder)).out).toBe(`Het register klopt.\nregels in orde: 5\nkop: ${said.kop}\n`);
  }, 30_000);

  test('ends with 1 over a changed register, and names the first wrong entry', async () => {
    const folder = await fill('gewijzigd', 5);
    tamper(folder, `update logregel set inhoud = replace(inhoud, 'DEELNEMER', 'MELDER') where seq >= 3`);
    const { code, out, err } = await verify(folder, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ klopt: false, regels: 2, fout: { seq: 3 } });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain('Eerste foute regel 3:');
    expect((await verify(folder)).out).toContain('Het register klopt niet.\nregels in orde: 2\n');
  });

  test('finds an end that was cut off by a head noted earlier, and only so', async () => {
    const folder = await fill('afgekapt', 4);
    const { kop } = JSON.parse((await verify(folder, '--json')).out) as { kop: string };
    tamper(folder, 'delete from verstrekking where logregel_seq = 4; delete from logregel where seq = 4');
    expect((await verify(folder)).code).toBe(0);
    const { code, err } = await verify(folder, '--kop', kop);
    expect(code).toBe(1);
    expect(err).toMatch(/regel 4: .*kop/);
  });

  test('holds over a register in which nothing happened yet', async () => {
    const { code, out } = await verify(await fill('leeg', 0), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ klopt: true, regels: 0, kop: null, fout: null });
  });

  test('ends with 2 where no register is, and makes none', async () => {
    const { code, out, err } = await verify(join(dir, 'nergens'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(existsSync(join(dir, 'nergens'))).toBe(false);
    mkdirSync(join(dir, 'map'));
    expect((await verify(join(dir, 'map'))).code).toBe(2);
    expect(existsSync(join(dir, 'map', 'register.sqlite'))).toBe(false);
  });

  test('ends with 2 over a file that is no register', async () => {
    mkdirSync(join(dir, 'vreemd'));
    writeFileSync(join(dir, 'vreemd', 'register.sqlite'), 'geen register '.repeat(500));
    const { code, err } = await verify(join(dir, 'vreemd'));
    expect(code).toBe(2);
    expect(err).toMatch(ONE_LINE);
  });

  test('does not tell the account of a database that does not answer', async () => {
    const REGISTER_DATABASE_URL = 'postgresql://lezer:geheim@127.0.0.1:9/register';
    const { code, out, err } = await hub(['register', 'verify'], { env: { REGISTER_DATABASE_URL, KETENHUB_DIR: dir } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).not.toMatch(/geheim|lezer/);
  });

  test.each(['abc', 'G'.repeat(64), ''])('refuses "%s" as a head', async (kop) => {
    const { code, err } = await verify(dir, `--kop=${kop}`);
    expect({ code, err }).toEqual({ code: 2, err: '--kop is een hash van 64 tekens, 0-9 en a-f.\n' });
  });
});
