const { statSync } = require('node:fs');

/** Suites of minutes, which would else start last and leave a core with nothing to do. */
const LONGEST = [
  'random/random',
  'kill/kill',
  'spec/answers',
  'spec/slowRegister',
  'spec/traces',
  'cli/registerSample',
  'cli/registerReplay',
  'convenant/floorProperty',
];

/** A mutant dies by the first test that fails: then the shortest come first. */
const ofMutant = process.env.STRYKER_MUTATOR_WORKER !== undefined;

/** Order in which jest starts the suites: the longest first, also on a machine that never ran them; then by size. */
module.exports = class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const found = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
      return found === -1 ? LONGEST.length : found;
    };
    const size = ({ path }) => statSync(path).size;
    const sorted = [...tests].sort((one, other) => rank(one) - rank(other) || size(other) - size(one));
    return ofMutant ? sorted.reverse() : sorted;
  }

  /** Jest tells how long each took; the order does not depend on it. */
  cacheResults() {}
};
