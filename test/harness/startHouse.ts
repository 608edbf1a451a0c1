import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { SUBGRAVEN } from '../../schema/domain/subgraaf';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { readKetenpartners } from '../../schema/partners';
import '../../gateway/libraries';
import { demoGround } from '../../gateway/demo/demoGround';
import { issueToken } from '../../gateway/demo/demoIssuer';
import { type DemoKeys, demoKeys } from '../../gateway/demo/demoKeys';
import { type Hub, type Hubgrond, startHub } from '../../gateway/hub';
import { readSettings } from '../../gateway/settings';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { type HubAnswer, type Question, askHub } from './askHub';
import type { Recorded, RecordingProxy } from './recordingProxy';
import { startSources } from './startSources';

export type { HubAnswer, Question } from './askHub';

/** The whole house in one process: hub and subgraphs over stores of their own, with a recorder before each source. */
export interface House {
  readonly address: string;
  readonly dir: string;
  readonly world: World;
  readonly partners: Ketenpartners;
  readonly keys: DemoKeys;
  readonly proxies: Readonly<Record<Subgraaf, RecordingProxy>>;
  /** Where the sources themselves are, behind the recorders. */
  readonly sources: Readonly<Record<Subgraaf, string>>;
  /** What the sources were asked since the last call, the facts door apart. */
  traffic(): Recorded[];
  ask(question: Question): Promise<HubAnswer>;
  token(partner: string, medewerker: string, ttl?: number): Promise<string>;
  /** Another hub takes the place of this one, on the same stores; with these settings besides. */
  restart(more?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

export interface HouseOptions {
  /** Stands in for the synthetic world. */
  readonly world?: World;
  readonly env?: Readonly<Record<string, string>>;
  /** Stands in for the register. */
  readonly openRegister?: Hubgrond['openRegister'];
}

/** Suites ask more than anybody does. */
const FAST = { RATE_MEDEWERKER: '0', RATE_PARTNER: '0', RATE_PARTNER_AT_ONCE: '0' };

export async function startHouse({
  world = createWorld({ seed: 1, size: 'demo' }),
  env = {},
  openRegister,
}: HouseOptions = {}): Promise<House> {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-house-'));
  const keys = await demoKeys(dir);
  const quiet = { LOG_LEVEL: 'silent', PORT: '0', METRICS_PORT: '0' };
  // Sources fail again and again on purpose, and are asked all the same.
  const base = { KETENHUB_MODE: 'demo', KETENHUB_DIR: dir, ...quiet, SOURCE_FAILURES: '0', ...FAST, ...env };
  const below = await startSources(world, base);
  const { proxies, sources, env: urls } = below;
  const start = (more: Readonly<Record<string, string>> = {}): Promise<Hub> =>
    startHub({
      ...demoGround(readSettings({ ...base, ...urls, ...more }, 'demo'), keys),
      ...(openRegister === undefined ? {} : { openRegister }),
    });
  let hub = await start();
  const partners = readKetenpartners();
  const addressOf = (): string => `http://127.0.0.1:${hub.port}`;
  const token = (id: string, medewerker: string, ttl = 600): Promise<string> => {
    const partner = partners.get(id);
    if (partner === undefined) throw new Error(`no partner ${id}`);
    return issueToken(keys.uitgever, partner, medewerker, ttl);
  };
  return {
    get address() {
      return addressOf();
    },
    dir,
    world,
    partners,
    keys,
    proxies,
    sources,
    token,
    traffic: () => SUBGRAVEN.flatMap((name) => proxies[name].taken()).filter(({ path }) => path === '/graphql'),
    ask: async (question) =>
      askHub(addressOf(), question, question.token ?? (await token(question.partner, question.medewerker))),
    restart: async (more) => {
      await hub.stop();
      hub = await start(more);
    },
    stop: async () => {
      await hub.stop();
      await below.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
