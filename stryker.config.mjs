/**
 * Mutation testing of the rooms that decide who sees what: `npm run test:mutation -- decide`. Only the tests of the rooms
 * themselves run: what starts the whole house would take days.
 */
const ROOMS = {
  decide: { mutate: ['gateway/decide/**/*.ts'], tests: ['gateway/decide'] },
  prune: { mutate: ['gateway/prune/**/*.ts'], tests: ['gateway/prune', 'gateway/guard'] },
  guard: { mutate: ['gateway/guard/**/*.ts'], tests: ['gateway/guard'] },
  plan: {
    mutate: ['gateway/federation/checkPlan.ts', 'gateway/fetching.ts'],
    tests: ['gateway/federation/checkPlan', 'gateway/fetching'],
  },
  convenant: { mutate: ['gateway/convenant/**/*.ts'], tests: ['gateway/convenant'] },
  regels: { mutate: ['gateway/regels/*.ts'], tests: ['gateway/regels'] },
  verloop: { mutate: ['schema/verloop/*.ts'], tests: ['schema/verloop'] },
};

const room = process.env.ROOM ?? 'decide';
const chosen = ROOMS[room];
if (chosen === undefined) throw new Error(`ROOM=${room}: expected one of ${Object.keys(ROOMS).join(', ')}`);

export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    enableFindRelatedTests: false,
    config: {
      testMatch: chosen.tests.map((name) => `<rootDir>/test/${name}{/**/*,}.test.ts`),
    },
  },
  mutate: chosen.mutate,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  // What a message says is for people, and no mutant of it decides anything.
  mutator: { excludedMutations: ['StringLiteral'] },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.ketenhub/mutation/${room}.json` },
  tempDirName: '.ketenhub/stryker',
  ignorePatterns: ['.ketenhub'],
  disableTypeChecks: false,
  allowEmpty: false,
};
