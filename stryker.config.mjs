/**
 * Mutation testing of the rooms that decide who sees what: `ROOM=decide npm run test:mutation`. Only the tests of the rooms
 * themselves run: what starts the whole house would take days. `floor` leaves out the property of the floor, which takes
 * seconds for each mutant: what survives it is tried once more, by `ROOM=convenant npm run test:mutation -- --mutate
 * <file:line:column-line:column,...>`.
 */
const ROOMS = {
  decide: { mutate: ['gateway/decide/**/*.ts'], tests: ['gateway/decide'] },
  prune: { mutate: ['gateway/prune/**/*.ts'], tests: ['gateway/prune', 'gateway/guard'] },
  guard: { mutate: ['gateway/guard/**/*.ts'], tests: ['gateway/guard'] },
  plan: {
    mutate: ['gateway/federation/checkPlan.ts', 'gateway/fetching.ts'],
    tests: ['gateway/federation/checkPlan', 'gateway/fetching'],
  },
  floor: {
    mutate: ['gateway/convenant/floor/**/*.ts'],
    tests: ['gateway/convenant/floor', 'gateway/convenant/floorEigenWet', 'gateway/convenant/wetten'],
  },
  convenant: {
    mutate: ['gateway/convenant/*.ts', 'gateway/convenant/signatures/*.ts'],
    tests: ['gateway/convenant', 'gateway/regels', 'gateway/inzage/readTabel'],
  },
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
