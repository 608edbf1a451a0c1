import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELEGATIE_HEADER, type Delegatie } from '../../schema/domain/delegatie';
import type { Verteld } from '../../schema/domain/herkomst';
import { startSubgraph, type StartOptions } from '../../subgraphs/kit/server/startSubgraph';
import type { SubgraphDefinition } from '../../subgraphs/kit/SubgraphDefinition';
import { createTestKey, signDelegatie, writeJwks, type SignOptions, type TestKey } from './signDelegatie';

interface Answer {
  readonly status: number;
  readonly text: string;
  /** What the source tells beside its answer: out of whose rows it made the values in it. */
  readonly herkomst: Verteld['herkomst'];
  /** And about whom its records are. */
  readonly betreft: Verteld['betreft'];
  /** And what of it may not be sent on. */
  readonly nietDoorgeven: Verteld['nietDoorgeven'];
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; path?: unknown; extensions: { code: string } }[];
  };
}

/** A subgraph under test, with the key of the hub it trusts and a store of its own. */
export interface PartnerUnderTest {
  readonly url: string;
  readonly key: TestKey;
  readonly dir: string;
  /** Statements the source ran since the last call. */
  statements(): string[];
  /** Asks as the hub does. */
  ask(delegatie: Delegatie, query: string, variables?: object, sign?: SignOptions): Promise<Answer>;
  post(body: string, headers: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export async function startPartner<DB, Loaders>(
  definition: SubgraphDefinition<DB, Loaders>,
  options: StartOptions = {},
): Promise<PartnerUnderTest> {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-'));
  const key = createTestKey();
  writeJwks(join(dir, 'sleutels', 'hub.jwks.json'), key);
  const seen: string[] = [];
  const running = await startSubgraph(definition, {
    ...options,
    env: {
      KETENHUB_MODE: 'demo',
      KETENHUB_DIR: dir,
      LOG_LEVEL: 'silent',
      [`${definition.subgraaf.toUpperCase()}_PORT`]: '0',
      ...options.env,
    },
    onStatement: (text) => seen.push(text),
  });
  const post = async (body: string, headers: Record<string, string>): Promise<Answer> => {
    const response = await fetch(running.url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    const text = await response.text();
    const { extensions, ...answer } = JSON.parse(text) as Answer['body'] & { extensions?: Verteld };
    return {
      status: response.status,
      text,
      body: answer,
      herkomst: extensions?.herkomst ?? [],
      betreft: extensions?.betreft ?? [],
      nietDoorgeven: extensions?.nietDoorgeven ?? [],
    };
  };
  return {
    url: running.url,
    key,
    dir,
    post,
    statements: () => seen.splice(0),
    async ask(delegatie, query, variables = {}, sign = {}) {
      const body = JSON.stringify({ query, variables });
      return post(body, { [DELEGATIE_HEADER]: await signDelegatie(key, delegatie, body, sign) });
    },
    async close() {
      await running.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
