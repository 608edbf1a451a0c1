import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { SUBGRAVEN } from '../../schema/domain/subgraaf';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { readKetenpartners } from '../../schema/partners';
import '../../gateway/telemetry';
import { demoIssuer, issueToken } from '../../gateway/demo/demoIssuer';
import { type DemoKeys, demoKeys } from '../../gateway/demo/demoKeys';
import { type Hub, startHub } from '../../gateway/hub';
import { readSettings } from '../../gateway/settings';
import { care } from '../../subgraphs/care/care';
import { type RunningSubgraph, startSubgraph } from '../../subgraphs/kit/server/startSubgraph';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { municipality } from '../../subgraphs/municipality/municipality';
import { police } from '../../subgraphs/police/police';
import { type Recorded, type RecordingProxy, recordingProxy } from './recordingProxy';

/** Who asks what, as a frontend would. */
export interface Question {
  readonly partner: string;
  readonly medewerker: string;
  readonly casus?: string | undefined;
  readonly doel?: string | undefined;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

interface HubError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly coordinaat?: string;
    readonly categorieen?: readonly string[];
    readonly reden?: string;
    readonly artikel?: string;
  };
}

export interface HubAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly HubError[];
    readonly extensions?: { readonly verstrekking?: { readonly id: string; readonly tijdstip: string } };
  };
}

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
  stop(): Promise<void>;
}

export interface HouseOptions {
  /** Stands in for the synthetic world. */
  readonly world?: World;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startHouse({
  world = createWorld({ seed: 1, size: 'demo' }),
  env = {},
}: HouseOptions = {}): Promise<House> {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-house-'));
  const keys = await demoKeys(dir);
  const base = { KETENHUB_MODE: 'demo', KETENHUB_DIR: dir, LOG_LEVEL: 'silent', PORT: '0', METRICS_PORT: '0', ...env };
  const ports = { POLICE_PORT: '0', CARE_PORT: '0', MUNICIPALITY_PORT: '0' };
  const options = { env: { ...base, ...ports }, createWorld: () => world };
  const running: RunningSubgraph[] = [
    await startSubgraph(police, options),
    await startSubgraph(care, options),
    await startSubgraph(municipality, options),
  ];
  const [policeUrl = '', careUrl = '', municipalityUrl = ''] = running.map(({ url }) => url);
  const proxies: Record<Subgraaf, RecordingProxy> = {
    police: await recordingProxy('police', policeUrl),
    care: await recordingProxy('care', careUrl),
    municipality: await recordingProxy('municipality', municipalityUrl),
  };
  const urls = Object.fromEntries(SUBGRAVEN.map((name) => [`${name.toUpperCase()}_URL`, proxies[name].url]));
  const hub: Hub = await startHub({
    settings: readSettings({ ...base, ...urls }, 'demo'),
    sleutel: { kid: keys.hub.kid, key: keys.hub.privateKey },
    uitgevers: [demoIssuer(keys.uitgever)],
    registersleutels: { register: keys.register, checkpoint: keys.checkpoint, vorigeCheckpoint: null },
  });
  const partners = readKetenpartners();
  const address = `http://127.0.0.1:${hub.port}`;
  const token = (id: string, medewerker: string, ttl = 600): Promise<string> => {
    const partner = partners.get(id);
    if (partner === undefined) throw new Error(`no partner ${id}`);
    return issueToken(keys.uitgever, partner, medewerker, ttl);
  };
  return {
    address,
    dir,
    world,
    partners,
    keys,
    proxies,
    sources: { police: policeUrl, care: careUrl, municipality: municipalityUrl },
    token,
    traffic: () => SUBGRAVEN.flatMap((name) => proxies[name].taken()).filter(({ path }) => path === '/graphql'),
    ask: async (question) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${question.token ?? (await token(question.partner, question.medewerker))}`,
          ...(question.casus === undefined ? {} : { 'keten-casus': question.casus }),
          ...(question.doel === undefined ? {} : { 'keten-doel': question.doel }),
          ...question.headers,
        },
        body: JSON.stringify({
          query: question.query,
          variables: question.variables ?? {},
          operationName: question.operationName ?? undefined,
        }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as HubAnswer['body'] };
    },
    stop: async () => {
      await hub.stop();
      await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
      await Promise.all(running.map((subgraph) => subgraph.close()));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
