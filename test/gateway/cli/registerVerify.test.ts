import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { fill, newKey, optionsFor, start, vkeyOf } from '../register/realRegister';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';
import { spawnCli } from './spawnCli';

const dir = scratch();
const key = newKey();
const verify = (KETENHUB_DIR: string, ...argv: string[]): Promise<Outcome> =>
  hub(['register', 'verify', ...argv], { env: { KETENHUB_DIR } });

async function filled(naam: string, entries: number): Promise<string> {
  const folder = join(dir, naam);
  const register = await start(optionsFor({ databaseUrl: null, file: join(folder, 'register.sqlite') }, key));
  await fill(register, entries - 1);
  await register.close();
  return folder;
}

/** Someone with the file in hands, whom no trigger stops. */
function tamper(folder: string, ...statements: string[]): void {
  const database = new Database(join(folder, 'register.sqlite'));
  const triggers = database.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`drop trigger ${name}`);
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
}

interface Said {
  readonly klopt: boolean;
  readonly regels: number;
  readonly checkpoint: string;
  readonly fout: { readonly nr: number; readonly melding: string } | null;
}

describe('hub register verify', () => {
  test('ends with 0 over a register that holds, and gives its checkpoint to keep', async () => {
    const folder = await filled('goed', 5);
    const { code, out, err } = await spawnCli('main', ['register', 'verify', '--json'], { KETENHUB_DIR: folder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const said = JSON.parse(out) as Said;
    expect(said).toEqual({ klopt: true, regels: 5, checkpoint: said.checkpoint, fout: null });
    expect(said.checkpoint.split('\n').slice(0, 2)).toEqual(['register.proef', '5']);
    const bestand = join(dir, 'goed.checkpoint');
    writeFileSync(bestand, said.checkpoint);
    expect((await verify(folder, '--checkpoint', bestand, '--sleutel', vkeyOf(key))).code).toBe(0);
    expect((await verify(folder)).out).toMatch(
      /^Het register klopt\.\nregels in orde: 5 \(\d+ per seconde\)\n\nlaatste/,
    );
    expect((await verify(folder)).out).toContain(said.checkpoint);
  }, 30_000);

  test('ends with 1 over a changed register, and names the first wrong entry', async () => {
    const folder = await filled('gewijzigd', 5);
    tamper(folder, `update inhoud set tekst = replace(tekst, 'dimence', 'gemeente-zwolle') where nr >= 3`);
    const { code, out, err } = await verify(folder, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ klopt: false, regels: 3, fout: { nr: 3 } });
    expect(err).toMatch(ONE_LINE);
    expect(err).toBe('Eerste foute regel 3: regel 3 is gewijzigd: haar hash klopt niet.\n');
    expect((await verify(folder)).out).toContain('Het register klopt niet.\nregels in orde: 3');
  });

  test('finds an end that was cut off by a checkpoint kept outside, and only so', async () => {
    const folder = await filled('afgekapt', 4);
    const bestand = join(dir, 'afgekapt.checkpoint');
    writeFileSync(bestand, (JSON.parse((await verify(folder, '--json')).out) as Said).checkpoint);
    const after = ['wijzer', 'inhoud', 'regel'].map((table) => `delete from ${table} where nr > 0`);
    tamper(folder, ...after, 'delete from checkpoint where grootte > 1', 'delete from persoonsleutel');
    expect(await verify(folder)).toMatchObject({ code: 0, err: '' });
    const { code, err } = await verify(folder, '--checkpoint', bestand);
    expect(code).toBe(1);
    expect(err).toBe(
      'Eerste foute regel 1: het register is afgekapt: het bewaarde checkpoint gaat over 4 regels, en er zijn er 1.\n',
    );
  });

  test('takes a key from elsewhere for what it is: another is another register', async () => {
    const { code, err } = await verify(await filled('vreemd', 3), '--sleutel', vkeyOf(newKey()));
    expect(code).toBe(1);
    expect(err).toContain('Eerste foute regel 0: geen checkpoint is ondertekend met de sleutel die u gaf');
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
    mkdirSync(join(dir, 'geen'));
    writeFileSync(join(dir, 'geen', 'register.sqlite'), 'geen register '.repeat(500));
    const { code, err } = await verify(join(dir, 'geen'));
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

  test('refuses a checkpoint and a key that are none', async () => {
    const bestand = join(dir, 'onzin.checkpoint');
    writeFileSync(bestand, 'register.proef\n3\n');
    for (const [argv, melding] of [
      [['--checkpoint', bestand], `${bestand} is geen checkpoint (C2SP tlog-checkpoint).\n`],
      [['--checkpoint', join(dir, 'weg')], `${join(dir, 'weg')} kan niet worden gelezen.\n`],
      [['--sleutel', 'abc'], '--sleutel is geen sleutel: naam+hash+sleutel, zoals de hub haar noemt.\n'],
    ] as const) {
      expect(await verify(dir, ...argv)).toEqual({ code: 2, out: '', err: melding });
    }
  });
});
