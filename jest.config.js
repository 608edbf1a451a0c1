// As the hub and the sources run: it takes a tenth off what they do.
process.env.NODE_ENV = 'production';

/** jest with swc: decorators with metadata (type-graphql), and the ESM-only packages turned into CommonJS. */
module.exports = {
  testEnvironment: 'node',
  // A slow or busy machine is no failure; what hangs is.
  testTimeout: 60_000,
  maxWorkers: '100%',
  // What a worker keeps of the suites before makes each later one slower.
  workerIdleMemoryLimit: '768MB',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testSequencer: '<rootDir>/test/longestFirst.cjs',
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|@faker-js/faker)/)'],
};
