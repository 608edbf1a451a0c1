import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken } from '../../gateway/demo/demoIssuer';
import { type DemoKeys, demoKeys } from '../../gateway/demo/demoKeys';
import { readKetenpartners } from '../../schema/partners';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { type HubAnswer, type Question, askHub } from './askHub';
import { type Sources, startSources } from './startSources';
import { COMPILING } from './compiling';

const ROOT = join(__dirname, '../..');

/** A hub that is a process of its own, so that it can be killed. */
export interface HubProcess {
  readonly address: string;
  readonly process: ChildProcess;
  /** Resolves when it is gone. */
  readonly ended: Promise<void>;
  /** Everything that it wrote to its output. */
  output(): string;
  ask(question: Question): Promise<HubAnswer>;
}

/** What is the matter with a hub that is started. */
interface Ailment {
  /** No file that it writes may become larger, in blocks of 512 bytes: past it, its disk is full. */
  readonly blocks?: number;
  /** File that says by how many ms its clock is off. */
  readonly clock?: string;
}

/** The sources in this process, and hubs beside it as often as they are started. */
export interface Split extends Pick<Sources, 'proxies'> {
  readonly dir: string;
  readonly world: World;
  readonly keys: DemoKeys;
  readonly metricsPort: number;
  token(partner: string, medewerker: string): Promise<string>;
  start(ailment?: Ailment): Promise<HubProcess>;
  stop(): Promise<void>;
}

export async function startSplit(
  env: Readonly<Record<string, string>> = {},
  world = createWorld({ seed: 1, size: 'demo' }),
  ofSources: Readonly<Record<string, string>> = {},
): Promise<Split> {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-split-'));
  const keys = await demoKeys(dir);
  const base = { KETENHUB_MODE: 'demo', KETENHUB_DIR: dir, LOG_LEVEL: 'silent', PORT: '0' };
  const sources = await startSources(world, { ...base, ...ofSources });
  const partners = readKetenpartners();
  const metricsPort = await freePort();
  const hubs: HubProcess[] = [];
  const token = (partner: string, medewerker: string): Promise<string> =>
    issueToken(keys.uitgever, partners.get(partner)!, medewerker, 3_600);
  return {
    dir,
    world,
    keys,
    metricsPort,
    proxies: sources.proxies,
    token,
    start: async (ailment = {}) => {
      const given = { ...base, METRICS_PORT: String(metricsPort), ...sources.env, ...env };
      const hub = await startHubProcess(given, token, ailment);
      hubs.push(hub);
      return hub;
    },
    stop: async () => {
      for (const { process: one } of hubs) one.kill('SIGKILL');
      await Promise.all(hubs.map(({ ended }) => ended));
      await sources.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function startHubProcess(
  env: Readonly<Record<string, string>>,
  token: Split['token'],
  { blocks, clock }: Ailment,
): Promise<HubProcess> {
  const own = clock === undefined ? [] : ['-r', join(__dirname, 'offClockInChild.ts')];
  const node = [...COMPILING, ...own, join(ROOT, 'gateway/main.ts')];
  const options = { cwd: ROOT, env: { ...process.env, ...env, ...(clock === undefined ? {} : { OFF_CLOCK: clock }) } };
  const child =
    blocks === undefined
      ? spawn(process.execPath, node, options)
      : spawn('sh', ['-c', `ulimit -f ${String(blocks)}; exec "$0" "$@"`, process.execPath, ...node], options);
  let output = '';
  const heard = new Promise<string>((resolve) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /^hub: (http:\S+)\/graphql$/m.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const ended = once(child, 'close').then(() => undefined);
  const address = await Promise.race([
    heard,
    ended.then(() => Promise.reject(new Error(`the hub did not start: ${output}`))),
  ]);
  return {
    address,
    process: child,
    ended,
    output: () => output,
    ask: async (question) =>
      askHub(address, question, question.token ?? (await token(question.partner, question.medewerker))),
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
