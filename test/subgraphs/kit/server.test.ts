import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { police } from '../../../subgraphs/police/police';
import { startSubgraph } from '../../../subgraphs/kit/server/startSubgraph';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import { delegatieVan, verleend } from '../../harness/delegatieVan';
import { createTestKey, signDelegatie, writeJwks } from '../../harness/signDelegatie';
import { otlpReceiver } from '../../harness/otlpReceiver';
import { startPartner } from '../../harness/startPartner';
import { POLITIE, smallWorld } from '../police/smallWorld';
import { COMPILING } from '../../harness/compiling';

const createWorld = () => smallWorld(3);
const delegatie = delegatieVan({ verleningen: verleend(POLITIE, 'politie.kringbekend', 'politie.incidenten') });

test('says when it lives, and that it is ready once store and keys are there', async () => {
  const bron = await startPartner(police, { createWorld });
  const health = async (name: string) => (await fetch(bron.url.replace('graphql', `health/${name}`))).status;
  expect(await health('live')).toBe(200);
  expect(await health('ready')).toBe(200);
  await bron.close();

  const without = await startPartner(police, { createWorld, env: { HUB_JWKS_FILE: '/nowhere/jwks.json' } });
  expect((await fetch(without.url.replace('graphql', 'health/live'))).status).toBe(200);
  expect((await fetch(without.url.replace('graphql', 'health/ready'))).status).toBe(503);
  await without.close();
});

describe('an answer to a bad question', () => {
  test.each([
    ['introspection', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a field that is not there', '{ _entitie }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', '{ {', 'GRAPHQL_PARSE_FAILED'],
    ['too long to be meant', `{${'a '.repeat(15_000)}}`, 'GRAPHQL_PARSE_FAILED'],
    // How deep the parser gets before it gives up depends on what ran before.
    ['too deep to be meant', `${'{a'.repeat(3000)}${'}'.repeat(3000)}`, 'GRAPHQL_PARSE_FAILED or GRAPHQL_VALIDATION_FAILED'], // oxfmt-ignore
    [
      'a Datum that is none',
      '{ _entities(representations: []) { ... on Hoofdbetrokkene { incidenten(vanaf: "1999-02-31") { code } } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('tells no names and no stack: %s', async (_naam, query, code) => {
    const bron = await startPartner(police, { createWorld });
    const { text, body } = await bron.ask(delegatie, query);
    await bron.close();
    const { code: told = '', ...rest } = body.errors?.[0]?.extensions ?? {};
    expect({ told, rest, expected: code.split(' or ').includes(told) }).toEqual({ told, rest: {}, expected: true });
    expect(text).not.toMatch(/stack|Did you mean|node_modules|1999/);
  });
});

test('a store that fails says only that it failed, to who asks and in a trace', async () => {
  const collector = await otlpReceiver();
  const bron = await startPartner(police, { createWorld, env: { TRACES_URL: collector.url } });
  new Database(join(bron.dir, 'police.sqlite')).exec('drop table incidenten');
  const { text, body } = await bron.ask(
    delegatie,
    '{ _entities(representations: [{__typename: "Hoofdbetrokkene", id: "persoon-000"}]) { ... on Hoofdbetrokkene { incidenten { code } } } }',
  );
  await bron.close();
  expect(body.data).toEqual({ _entities: [{ incidenten: null }] });
  expect(body.errors).toEqual([
    {
      message: 'De bron kon dit niet geven.',
      path: ['_entities', 0, 'incidenten'],
      extensions: { code: 'KETEN_STORING' },
    },
  ]);
  expect(text).not.toMatch(/table|select/);
  // Sent before it closed.
  expect(collector.spans).toMatchObject([{ name: 'request', service: 'ketenhub-police', status: { code: 2 } }]);
  expect(collector.bodies.join()).toContain('KETEN_STORING');
  expect(collector.bodies.join()).not.toMatch(/table|select|persoon-000/);
  await collector.close();
});

test('production wants keys of the hub, and refuses a store of the demo', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-'));
  const env = { KETENHUB_DIR: dir, POLICE_PORT: '0', LOG_LEVEL: 'silent' };
  const running = await startSubgraph(police, { env: { ...env, KETENHUB_MODE: 'demo' }, createWorld });
  await running.close();
  await expect(startSubgraph(police, { env })).rejects.toThrow('HUB_JWKS_FILE');
  const file = join(dir, 'hub.jwks.json');
  writeJwks(file, createTestKey('hub-2026'));
  await expect(startSubgraph(police, { env: { ...env, HUB_JWKS_FILE: file } })).rejects.toThrow('data of the demo');
  await expect(startSubgraph(police, { env: { ...env, KETENHUB_MODE: 'prod' } })).rejects.toThrow('KETENHUB_MODE');
  rmSync(dir, { recursive: true });
});

test('the demo fills an empty store only, and never adds to what is there', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-'));
  const env = { KETENHUB_MODE: 'demo', KETENHUB_DIR: dir, POLICE_PORT: '0', LOG_LEVEL: 'silent' };
  await (await startSubgraph(police, { env, createWorld })).close();
  const store = new Database(join(dir, 'police.sqlite'));
  store.exec('delete from herkomst; delete from koppelingen; delete from incidenten');
  const count = () =>
    store.prepare('select (select count(*) from herkomst) + (select count(*) from incidenten) as n').get();
  await (await startSubgraph(police, { env, createWorld })).close();
  expect(count()).toMatchObject({ n: 0 });
  store.close();
  rmSync(dir, { recursive: true });
});

test('three processes on one new store fill it once; SIGTERM ends each; logs hold nobody', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-'));
  const root = join(__dirname, '../../..');
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const key = createTestKey();
  writeJwks(join(dir, 'sleutels', 'hub.jwks.json'), key);
  const processes = [1, 2, 3].map(() => {
    const child = spawn(process.execPath, [...COMPILING, 'subgraphs/police/main.ts'], {
      cwd: root,
      env: { ...process.env, KETENHUB_MODE: 'demo', KETENHUB_DIR: dir, POLICE_PORT: '0', LOG_LEVEL: 'debug' },
    });
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    return { child, log: () => log };
  });
  try {
    await Promise.all(
      processes.map(async ({ child, log }) => {
        while (!log().includes('listening'))
          await Promise.race([
            once(child.stdout, 'data'),
            once(child, 'exit').then(() => Promise.reject(new Error(log()))),
          ]);
      }),
    );
    const address = /http:\/\/127[^"]+/.exec(processes[0]?.log() ?? '')?.[0];
    new Database(join(dir, 'police.sqlite')).exec('drop table koppelingen');
    for (const id of ['Jan de Vries', 'persoon-999']) {
      const query = `{ _entities(representations: [{__typename: "Kringlid", id: "${id}"}]) { ... on Kringlid { bekendBijPolitie } } }`;
      const body = JSON.stringify({ query, variables: { geheim: 'Jan de Vries' } });
      const headers = {
        'content-type': 'application/json',
        traceparent: `00-${trace}-b7ad6b7169203331-01`,
        [DELEGATIE_HEADER]: await signDelegatie(key, delegatie, body),
      };
      expect((await fetch(`${String(address)}/graphql`, { method: 'POST', body, headers })).status).toBe(200);
      // The same statement for something else: who is not let in gives no line its name.
      expect((await fetch(`${String(address)}/graphql`, { method: 'POST', body: '{}', headers })).status).toBe(401);
    }
    for (const { child } of processes) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
    }
  } finally {
    for (const { child } of processes) child.kill('SIGKILL');
  }
  expect(existsSync(join(dir, 'police.sqlite'))).toBe(true);
  const store = new Database(join(dir, 'police.sqlite'));
  const count = (table: string) => (store.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;
  expect(count('herkomst')).toBe(1);
  const logs = processes.map(({ log }) => log()).join('');
  const lines = logs.split('\n').filter((line) => line.startsWith('{'));
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const answered = told.filter(({ msg }) => msg === 'answered');
  expect(answered.map(({ level, route, status, trace }) => ({ level, route, status, trace }))).toEqual(
    [200, 401, 200, 401].map((status) => ({
      ...{ level: 30, route: '/graphql', status },
      trace: status === 200 ? trace : undefined,
    })),
  );
  expect(told.filter(({ msg }) => msg === 'a field could not be answered')).toMatchObject([{ level: 50, trace }]);
  expect(logs).not.toMatch(/Jan de Vries|persoon-999|Kringlid|m-1|casus-1|no such table/);
  store.close();
  rmSync(dir, { recursive: true });
}, 30_000);
