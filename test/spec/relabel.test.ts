import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SignJWT, exportJWK, generateKeyPair, importJWK } from 'jose';
import { readKetenpartners } from '../../schema/partners';
import { signedHouse } from '../gateway/regels/ground';

const ROOT = resolve(__dirname, '../..');
const NODE = ['-r', './compile.cjs'];

/** A checkout of its own, in which a partner relabels a field. */
describe('a field that a partner relabels in its SDL', () => {
  const copy = mkdtempSync(join(tmpdir(), 'ketenhub-relabel-'));
  const huis = signedHouse();
  let env: NodeJS.ProcessEnv;
  let token: () => Promise<string>;

  beforeAll(async () => {
    for (const part of ['gateway', 'schema', 'subgraphs', 'package.json', 'compile.cjs', '.swcrc']) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const pair = async (kid: string) => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      return { own: { ...(await exportJWK(privateKey)), kid }, open: { ...(await exportJWK(publicKey)), kid } };
    };
    const [key, issuer] = [await pair('hub-test'), await pair('uitgever-test')];
    writeFileSync(join(copy, 'hub.json'), JSON.stringify(key.own));
    writeFileSync(join(copy, 'register.key'), Buffer.alloc(32, 7).toString('base64url'));
    const checkpoint = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(join(copy, 'checkpoint.pem'), checkpoint);
    const { partners } = JSON.parse(readFileSync(huis.partnersFile, 'utf8')) as { partners: { id: string }[] };
    const uitgever = { issuer: 'https://uitgever.test.invalid', sleutels: [issuer.open] };
    const known = partners.map((one) => (one.id === 'gemeente-zwolle' ? { ...one, uitgever } : one));
    writeFileSync(join(copy, 'partners.json'), JSON.stringify({ partners: known }, null, 1));
    const oin = readKetenpartners().get('gemeente-zwolle')!.oin;
    token = async () =>
      new SignJWT({ azp: 'test', oin })
        .setProtectedHeader({ alg: 'ES256', kid: 'uitgever-test', typ: 'JWT' })
        .setIssuer(uitgever.issuer)
        .setAudience('ketenhub')
        .setSubject('m-zwolle-1')
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(await importJWK(issuer.own, 'ES256'));
    env = {
      ...process.env,
      KETENHUB_MODE: 'production',
      KETENHUB_DIR: join(copy, 'data'),
      PARTNERS_FILE: join(copy, 'partners.json'),
      CONVENANTEN_DIR: huis.dir,
      HUB_KEY_FILE: join(copy, 'hub.json'),
      REGISTER_KEY_FILE: join(copy, 'register.key'),
      CHECKPOINT_KEY_FILE: join(copy, 'checkpoint.pem'),
      PORT: '0',
      METRICS_PORT: '0',
      LOG_LEVEL: 'silent',
    };
    for (const partij of ['politie-oost-nederland', 'gemeente-zwolle']) await huis.sign(partij);
  }, 60_000);
  afterAll(() => {
    huis.drop();
    rmSync(copy, { recursive: true, force: true });
  });

  /** Starts the gateway as an operator would; ends it as soon as it listens. */
  const start = (changes: NodeJS.ProcessEnv = {}): Promise<{ listens: boolean; code: number | null; err: string }> =>
    new Promise((done) => {
      const hub: ChildProcess = spawn(process.execPath, [...NODE, 'gateway/main.ts'], {
        cwd: copy,
        env: { ...env, ...changes },
      });
      let err = '';
      let listens = false;
      hub.stderr?.on('data', (text: Buffer) => (err += text.toString()));
      hub.stdout?.on('data', () => {
        listens = true;
        hub.kill('SIGTERM');
      });
      hub.once('exit', (code) => {
        done({ listens, code, err });
      });
    });
  /** Asks a running gateway, as a medewerker of the gemeente, and ends it. */
  const ask = (query: string): Promise<unknown> =>
    new Promise((done) => {
      const hub: ChildProcess = spawn(process.execPath, [...NODE, 'gateway/main.ts'], { cwd: copy, env });
      hub.stdout?.once('data', (text: Buffer) => {
        void (async () => {
          const answer = await fetch(text.toString().replace('hub: ', '').trim(), {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
            body: JSON.stringify({ query }),
          });
          const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
          hub.once('exit', () => {
            done([answer.status, errors?.[0]?.extensions.code]);
          });
          hub.kill('SIGTERM');
        })();
      });
    });
  const digestOf = (text: string): string => /nu geldt ([0-9a-f]{64})/.exec(text)?.[1] ?? '';

  test('production starts with given keys and signed convenanten, and not without', async () => {
    expect(await start()).toEqual({ listens: true, code: 0, err: '' });
    expect(await start({ HUB_KEY_FILE: '' })).toMatchObject({ listens: false, code: 2 });
    const example = await start({ CONVENANTEN_DIR: join(ROOT, 'schema/convenanten') });
    expect([example.listens, example.err]).toEqual([false, expect.stringContaining('een voorbeeld kan in productie')]);
    writeFileSync(join(copy, 'demo.json'), readFileSync(join(copy, 'hub.json'), 'utf8').replace('hub-test', 'demo-1'));
    const demo = await start({ HUB_KEY_FILE: join(copy, 'demo.json') });
    expect([demo.listens, demo.err]).toEqual([false, expect.stringContaining('a key of the demo is refused')]);
  }, 120_000);

  test('production answers no operation but a registered one', async () => {
    const known = readFileSync(join(copy, 'schema/operations/mijncasussen.graphql'), 'utf8');
    // Without a municipality no more can come of it: it was let in.
    expect(await ask(known)).toEqual([503, 'HUB_CASUSFEITEN_ONBEREIKBAAR']);
    expect(await ask(readFileSync(join(copy, 'schema/operations/hub/attest.graphql'), 'utf8'))).toEqual([503, 'HUB_CASUSFEITEN_ONBEREIKBAAR']); // oxfmt-ignore
    expect(await ask('{ mijnCasussen { casusId } }')).toEqual([400, 'HUB_OPERATIE_NIET_GEREGISTREERD']);
    expect(await ask('{ __schema { types { name } } }')).toEqual([400, 'HUB_OPERATIE_NIET_GEREGISTREERD']);
  }, 120_000);

  test('makes that production refuse to start, naming the digest that was signed and the one that holds', async () => {
    const sdl = join(copy, 'schema/subgraphs/municipality.graphql');
    const before = readFileSync(sdl, 'utf8');
    const after = before.replace(/(\bbsn: String @policy\(policies: \[\[)"persoon\.bsn"/, '$1"persoon.geboortejaar"');
    expect(after).not.toBe(before);
    writeFileSync(sdl, after);
    const composed = spawnSync(process.execPath, [...NODE, 'schema/compose/main.ts'], { cwd: copy, encoding: 'utf8' });
    expect([composed.status, composed.stderr]).toEqual([0, '']);
    const { listens, code, err } = await start();
    const signed = /sha256 ([0-9a-f]{64})/.exec(readFileSync(`${huis.bestand}.sig`, 'utf8'))![1]!;
    expect([listens, code]).toEqual([false, 2]);
    expect(err).toContain(`ondertekend is tabel ${signed}, maar nu geldt `);
    expect(digestOf(err)).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf(err)).not.toBe(signed);
  }, 120_000);
});
