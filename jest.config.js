const { readFileSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const { join } = require('node:path');

// As the hub and the sources run: it takes a tenth off what they do.
process.env.NODE_ENV = 'production';

/** jest with swc, which knows the metadata of decorators (type-graphql). */
module.exports = {
  testEnvironment: join(__dirname, 'test/runner/environment.cjs'),
  // A slow or busy machine is no failure; what hangs is.
  testTimeout: 60_000,
  // One more than there are cores: some suites wait, for a disk, a child or a clock.
  maxWorkers: availableParallelism() + 1,
  // What a worker keeps of the suites before makes each later one slower.
  workerIdleMemoryLimit: '768MB',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testSequencer: '<rootDir>/test/longestFirst.cjs',
  setupFiles: ['reflect-metadata'],
  transform: {
    '/node_modules/.+\\.(c|m)?js$': '<rootDir>/test/runner/library.cjs',
    '^.+\\.(t|j|mj)s$': ['@swc/jest', JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8'))],
  },
  transformIgnorePatterns: ['/node_modules/(@jest/|@stryker-mutator/|jest-|expect/)'],
};
