import '../../gateway/libraries';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoGround } from '../../gateway/demo/demoGround';
import { issueToken } from '../../gateway/demo/demoIssuer';
import { demoKeys } from '../../gateway/demo/demoKeys';
import { type Hub, type Hubgrond, startHub } from '../../gateway/hub';
import { readSettings } from '../../gateway/settings';
import { readKetenpartners } from '../../schema/partners';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { nextLine, startChild } from './children';

const CONNECTIONS = [1, 16, 64];
/** Until what is measured runs compiled: each register has a thread, which compiles for itself. */
const WARM_MS = 15_000;
/** Short, and by turns, so that what else this machine does hits both alike. */
const MS = 4_000;
const ROUNDS = 5;

/** A register that keeps nothing: what a request costs without one. */
const none: Hubgrond['openRegister'] = async () => ({
  append: async () => ({ id: randomBytes(16).toString('base64url'), tijdstip: new Date().toISOString() }),
  ready: async () => true,
  close: async () => undefined,
});

/**
 * Answers a second with the register durable, against none. The hub has this process to itself: the sources and the load
 * generator are others.
 */
export async function throughput(databaseUrl: string | null): Promise<[string, string][]> {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-bench-'));
  const base = {
    KETENHUB_MODE: 'demo',
    KETENHUB_DIR: dir,
    LOG_LEVEL: 'silent',
    PORT: '0',
    METRICS_PORT: '0',
    RATE_MEDEWERKER: '0',
    RATE_PARTNER: '0',
  };
  const keys = await demoKeys(dir);
  const sources = startChild('sourcesInChild.ts', base);
  const { police, care, municipality } = JSON.parse(await nextLine(sources)) as Record<string, string>;
  const load = startChild('loadInChild.ts');
  const urls = { POLICE_URL: police, CARE_URL: care, MUNICIPALITY_URL: municipality };
  const database = databaseUrl === null ? {} : { REGISTER_DATABASE_URL: databaseUrl };
  const ground = demoGround(readSettings({ ...base, ...urls, ...database }, 'demo'), keys);
  const hubs: Hub[] = [await startHub(ground), await startHub({ ...ground, openRegister: none })];
  const { headers, body } = await question(keys.uitgever);
  const rate = async (hub: Hub, connections: number, ms: number): Promise<number> => {
    const heard = nextLine(load);
    load.stdin.write(
      `${JSON.stringify({ address: `http://127.0.0.1:${String(hub.port)}`, headers, body, connections, ms })}\n`,
    );
    return Number(await heard);
  };
  const rows: [string, string][] = [];
  for (const hub of hubs) await rate(hub, 32, WARM_MS);
  for (const connections of CONNECTIONS) {
    for (const hub of hubs) await rate(hub, connections, 1_000);
    const taken: number[][] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      // The one that goes first changes by turns.
      for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) taken[at]!.push(await rate(hubs[at]!, connections, MS));
    }
    const [durable = 0, without = 0] = taken.map(median);
    const what = `casusoverleg, ${String(connections)} connections, ${databaseUrl === null ? 'SQLite' : 'PostgreSQL'}`;
    rows.push([
      what,
      `${durable.toFixed(1)}/s, without register ${without.toFixed(1)}/s: ${(durable / without).toFixed(3)}`,
    ]);
  }
  for (const hub of hubs) await hub.stop();
  load.stdin.end();
  sources.stdin.end();
  rmSync(dir, { recursive: true, force: true });
  return rows;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The question of the README, as the police would ask it. */
async function question(uitgever: Parameters<typeof issueToken>[0]) {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const query = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const casus = createWorld({ seed: 1, size: 'demo' }).municipality.casussen[0]!.id;
  const partner = readKetenpartners().get('politie-oost-nederland')!;
  const token = await issueToken(uitgever, partner, 'm-politie-1', 3_600);
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'keten-casus': casus,
      'keten-doel': 'STRAFRECHTELIJKE_HANDHAVING',
    },
    body: JSON.stringify({ query, variables: { casus } }),
  };
}
