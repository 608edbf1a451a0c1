import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** Apollo reads the switch when it loads, so what counts is what stands in the environment at that moment. */
test('telemetry is off before anything of Apollo is loaded', () => {
  const program = `
    const Module = require('node:module');
    const load = Module._load;
    Module._load = function (id) {
      if (id.startsWith('@apollo/gateway')) { console.log(process.env.APOLLO_TELEMETRY_DISABLED); process.exit(0); }
      return load.apply(this, arguments);
    };
    require('./gateway/main.ts');`;
  const env = { ...process.env, APOLLO_TELEMETRY_DISABLED: '', KETENHUB_MODE: 'production' };
  const out = execFileSync(process.execPath, ['-r', '@swc-node/register', '-e', program], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  expect(out.trim()).toBe('true');
});
