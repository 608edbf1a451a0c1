import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSubgraph, startSubgraph } from '../../../subgraphs/kit/server/startSubgraph';
import { police } from '../../../subgraphs/police/police';
import { createTestKey, writeJwks } from '../../harness/signDelegatie';

describe('in production a source', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'ketenhub-production-'));
  });
  const started: RunningSubgraph[] = [];
  afterEach(async () => {
    // One that started against expectation would keep the test from ending.
    for (const running of started.splice(0)) await running.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const start = async (kid: string | null) => {
    const file = join(dir, 'hub.jwks.json');
    if (kid !== null) writeJwks(file, createTestKey(kid));
    const env = {
      KETENHUB_MODE: 'production',
      KETENHUB_DIR: dir,
      HUB_JWKS_FILE: file,
      POLICE_PORT: '0',
      LOG_LEVEL: 'silent',
    };
    started.push(await startSubgraph(police, { env }));
  };

  test('does not start on keys of the demo', () => expect(start('demo-1')).rejects.toThrow('demo'));
  test('does not start without keys of the hub', () => expect(start(null)).rejects.toThrow());
  test('starts on keys of its own', async () => {
    await start('hub-2026');
    expect(started).toHaveLength(1);
  });
});
