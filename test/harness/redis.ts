import { spawnSync } from 'node:child_process';

/** Where suites find a Redis, which they share: each uses keys of its own. */
export const REDIS = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';

/** Describes a promise that needs Redis, and says so when it was not tried. */
export function onRedis(promise: string, tests: () => void): void {
  if (answers()) {
    describe(`${promise} (Redis)`, tests);
    return;
  }
  const why = `no server at ${new URL(REDIS).host} (TEST_REDIS_URL)`;
  console.warn(`NOT TESTED on Redis: ${promise}: ${why}`);
  describe.skip(`${promise} (Redis: NOT TESTED, ${why})`, tests);
}

function answers(): boolean {
  const { hostname, port } = new URL(REDIS);
  const ask = `const s = require('net').connect(${port || '6379'}, '${hostname}', () => s.write('PING\\r\\n'));
    s.on('data', () => process.exit(0)).on('error', () => process.exit(1)).setTimeout(2000, () => process.exit(1));`;
  return spawnSync(process.execPath, ['-e', ask]).status === 0;
}
