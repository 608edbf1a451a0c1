import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { verifyRegister } from '../../gateway/register/verify';
import { writeVerifier } from '../../schema/signedNote';
import { hub } from '../gateway/cli/onTerminal';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';

jest.setTimeout(60_000);

describe('how far the register is, is told to everybody whom his partner designated', () => {
  let house: House;
  const NAAM = 'register.huis';
  beforeAll(async () => {
    house = await startHouse({ env: { REGISTER_NAME: NAAM } });
  });
  afterAll(() => house.stop());
  const police = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
  const STAND = '{ registerstand { checkpoint } }';

  /** Waits for a checkpoint over more than this. */
  async function checkpointBeyond(size: number): Promise<string> {
    for (;;) {
      const { body } = await house.ask({ ...police, query: STAND });
      const { checkpoint } = body.data?.['registerstand'] as { checkpoint: string };
      if (Number(checkpoint.split('\n')[1]) > size) return checkpoint;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  it('as a checkpoint, and a look that the register keeps', async () => {
    const checkpoint = await checkpointBeyond(0);
    expect(checkpoint.split('\n')[0]).toBe(NAAM);
    const looked = readRegister(house).at(-1);
    expect(looked).toMatchObject({ soort: 'INZAGE', partner: police.partner });
  });

  it('and not to somebody whom nobody designated', async () => {
    const query = '{ registerstand { checkpoint } registerconsistentie(van: 1, tot: 1) }';
    const { body } = await house.ask({ ...police, medewerker: 'm-niemand', query });
    expect(body.data).toEqual({ registerstand: null, registerconsistentie: null });
    const refused = body.errors?.map(({ extensions }) => [extensions.coordinaat, extensions.reden]);
    expect(refused).toEqual([
      ['Query.registerstand', 'ROL_NIET_GEDEKT'],
      ['Query.registerconsistentie', 'ROL_NIET_GEDEKT'],
    ]);
  });

  it('nothing of sizes that no checkpoint reaches', async () => {
    const size = Number((await checkpointBeyond(0)).split('\n')[1]);
    for (const [van, tot] of [
      [size, 1_000_000],
      [2, 1],
      [-1, 1],
    ] as const) {
      const query = `{ registerconsistentie(van: ${String(van)}, tot: ${String(tot)}) }`;
      expect((await house.ask({ ...police, query })).body.data).toEqual({ registerconsistentie: null });
    }
  });

  it('so that a partner can be a witness, and finds a register that was cut off behind his back', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const [pem, map] = [join(house.dir, 'getuige.pem'), join(house.dir, 'getuige')];
    writeFileSync(pem, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const vkey = writeVerifier(NAAM, createPrivateKey(house.keys.checkpoint));
    const env = { KETENHUB_DIR: house.dir, PUBLIC_URL: house.address };
    const witness = (...argv: string[]) =>
      hub(
        [
          'register',
          'witness',
          '--partner',
          'dimence',
          '--medewerker',
          'm-dimence-1',
          '--sleutel',
          pem,
          '--map',
          map,
          ...argv,
        ],
        { env },
      );
    const ready = (await (await fetch(`${house.address}/health/ready`)).json()) as { registersleutel: string };
    expect(ready.registersleutel).toBe(vkey);
    const first = await witness('--hub', ready.registersleutel, '--json');
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
    const { grootte, bestand } = JSON.parse(first.out) as { grootte: number; bestand: string };
    await checkpointBeyond(grootte);
    const second = await witness('--json');
    expect({ code: second.code, err: second.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(second.out)).toMatchObject({ vorige: grootte });
    const verify = () => hub(['register', 'verify', '--checkpoint', bestand, '--sleutel', vkey], { env });
    expect((await verify()).code).toBe(0);
    expect((await verifyRegister({ databaseUrl: null, file: join(house.dir, 'register.sqlite') })).fout).toBeNull();

    const database = new Database(join(house.dir, 'register.sqlite'), { timeout: 20_000 });
    database.exec('pragma foreign_keys = off; begin immediate');
    for (const { name } of database.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
      name: string;
    }[])
      database.exec(`drop trigger ${name}`);
    for (const table of ['wijzer', 'inhoud', 'regel']) database.exec(`delete from ${table} where nr >= 1`);
    database.exec('delete from checkpoint where grootte > 1');
    database.exec('commit');
    database.close();
    const cut = await verify();
    expect(cut.code).toBe(1);
    expect(cut.err).toMatch(/afgekapt|gemaakt|genoemd/);
    expect((await witness()).err).toContain('Het register is gekrompen');
  });
});
