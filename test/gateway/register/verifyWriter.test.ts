import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { lookAhead, vernietig } from '../../../gateway/register/retention/vernietig';
import { planCode } from '../../../gateway/register/retention/planVernietiging';
import { verifyRegister } from '../../../gateway/register/verify';
import { parseCheckpoint } from '../../../gateway/register/verifier/checkpoint';
import { readVerifier } from '../../../schema/signedNote';
import { postgresBackend } from './postgresBackend';
import { type Place, answerAbout, fill, lineOf, newKey, optionsFor, start, vkeyOf } from './realRegister';

const SERVER = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: SERVER });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function sqlitePlace(): Promise<[Place, () => Promise<void>]> {
  const folder = mkdtempSync(join(tmpdir(), 'register-echt-'));
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return Promise.resolve([{ databaseUrl: null, file: join(folder, 'register.sqlite') }, drop]);
}

async function postgresPlace(): Promise<[Place, () => Promise<void>]> {
  const name = `register_verify_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return [{ databaseUrl: url.href, file: 'unused' }, () => onServer(`drop database ${name} with (force)`)];
}

const BACKENDS: [string, () => Promise<[Place, () => Promise<void>]>][] = [['SQLite', sqlitePlace]];
if (postgresBackend.unavailable === null) BACKENDS.push(['PostgreSQL', postgresPlace]);
else console.warn(`NOT TESTED on PostgreSQL: the writer verifies: ${postgresBackend.unavailable}`);

describe.each(BACKENDS)('what the writer wrote verifies (%s)', (_name, create) => {
  let place: Place;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    [place, drop] = await create();
  });
  afterEach(() => drop());

  it('through starts, a new key, retention of every kind, and while it is written', async () => {
    const [first, second] = [newKey(), newKey()];
    const one = await start(optionsFor(place, first));
    expect((await verifyRegister(place)).fout).toBeNull();
    await fill(one, 300);
    expect((await verifyRegister(place)).fout).toBeNull();
    await one.close();
    const early = await verifyRegister(place);
    expect(early).toMatchObject({ regels: 301, fout: null });

    const two = await start(optionsFor(place, second, first));
    const writing = fill(two, 200);
    const during = await verifyRegister(place, undefined, { pageSize: 50 });
    expect(during.fout).toBeNull();
    await writing;
    await two.append(
      lineOf({ soort: 'DOSSIER', persoon: 'prs-1', dossier: { nummer: 'D-1' }, partner: 'gemeente-zwolle' }),
    );
    await two.close();

    const options = optionsFor(place, second);
    for (const opdracht of [
      { grond: 'PERSOON', persoon: 'prs-4' },
      { grond: 'CASUS', casus: 'cas-2' },
      { grond: 'PERSOON', persoon: 'prs-7' },
      { grond: 'BEWAARTERMIJN', voor: new Date(Date.now() + 1000).toISOString() },
    ] as const) {
      const code = planCode(await lookAhead(options, opdracht));
      const { vernietigd } = await vernietig(options, opdracht, code, lineOf({ soort: 'VERNIETIGING' }));
      expect(vernietigd.regels.length + vernietigd.sleutels.length).toBeGreaterThan(0);
      expect((await verifyRegister(place)).fout).toBeNull();
    }

    const three = await start(options);
    await three.append(answerAbout(4, 3));
    await three.close();
    const sleutel = readVerifier(vkeyOf(first))!;
    const checkpoint = parseCheckpoint(early.checkpoint!)!;
    const last = await verifyRegister(place, undefined, { sleutel, checkpoint });
    expect(last.fout).toBeNull();
    expect(parseCheckpoint(last.checkpoint ?? '')?.grootte).toBe(last.regels);
  }, 120_000);

  it('and a register in which nothing happened', async () => {
    const register = await start(optionsFor(place, newKey()));
    await register.close();
    expect(await verifyRegister(place)).toMatchObject({ regels: 1, fout: null });
  });
});

it('the verifier imports nothing of the writer', () => {
  const folder = join(__dirname, '../../../gateway/register');
  const files = ['verify.ts', ...readdirSync(join(folder, 'verifier')).map((name) => `verifier/${name}`)];
  const imports = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/from '(\.[^']*)'/g)].map(([, path]) => path ?? ''),
  );
  expect(imports.filter((path) => !/^(\.\/(verifier\/)?[a-zA-Z]+|(\.\.\/)+schema\/signedNote)$/.test(path))).toEqual(
    [],
  );
});
