import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSubgraph } from '../../../subgraphs/kit/server/startSubgraph';
import { police } from '../../../subgraphs/police/police';
import { createTestKey, writeJwks } from '../../harness/signDelegatie';

describe('in production a source', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'ketenhub-production-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const start = (kid: string | null) => {
    const file = join(dir, 'hub.jwks.json');
    if (kid !== null) writeJwks(file, createTestKey(kid));
    const env = {
      KETENHUB_MODE: 'production',
      KETENHUB_DIR: dir,
      HUB_JWKS_FILE: file,
      POLICE_PORT: '0',
      LOG_LEVEL: 'silent',
    };
    return startSubgraph(police, { env });
  };

  test('does not start on keys of the demo', () => expect(start('demo-1')).rejects.toThrow('demo'));
  test('does not start without keys of the hub', () => expect(start(null)).rejects.toThrow());
  test('starts on keys of its own', async () => {
    const running = await start('hub-2026');
    await running.close();
  });
});
