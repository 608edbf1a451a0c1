const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const { addHook } = require('pirates');
require('reflect-metadata');

/** `node -r ./compile.cjs FILE.ts`: TypeScript is compiled on the way, by the same `.swcrc` as in the tests. */
const options = JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8'));
process.setSourceMapsEnabled(true);
addHook(
  (code, filename) =>
    transformSync(code, { ...options, filename, swcrc: false, configFile: false, sourceMaps: 'inline' }).code,
  { exts: ['.ts'] },
);
