import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { COMPILING } from '../harness/compiling';

const ROOT = join(__dirname, '../..');

/** Libraries read how they are to behave when they load, so what counts is what stands in the environment at that moment. */
function standsWhenLoaded(library: string, main: string, name: string): string {
  const program = `
    const Module = require('node:module');
    const load = Module._load;
    Module._load = function (id) {
      if (id === '${library}') { console.log(process.env.${name}); process.exit(0); }
      return load.apply(this, arguments);
    };
    require('./${main}');`;
  const { NODE_ENV: _, ...rest } = process.env;
  const env = { ...rest, APOLLO_TELEMETRY_DISABLED: '', KETENHUB_MODE: 'production' };
  const run = [...COMPILING, '-e', program];
  return execFileSync(process.execPath, run, { cwd: ROOT, env, encoding: 'utf8' }).trim();
}

test('telemetry is off before anything of Apollo is loaded', () => {
  expect(standsWhenLoaded('@apollo/gateway', 'gateway/main.ts', 'APOLLO_TELEMETRY_DISABLED')).toBe('true');
});

test.each(['gateway/main.ts', 'subgraphs/police/main.ts'])('graphql is told that it is in production: %s', (main) => {
  expect(standsWhenLoaded('graphql', main, 'NODE_ENV')).toBe('production');
});
