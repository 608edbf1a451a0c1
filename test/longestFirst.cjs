const { statSync } = require('node:fs');

/** Suites of minutes, which would else start last and leave a core with nothing to do. */
const LONGEST = ['random/random', 'spec/answers', 'inzage/verschil', 'spec/traffic', 'spec/tijdlijn', 'decide/shield'];

/** Order in which jest starts the suites: the longest first, also on a machine that never ran them; then by size. */
module.exports = class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const found = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
      return found === -1 ? LONGEST.length : found;
    };
    const size = ({ path }) => statSync(path).size;
    return [...tests].sort((one, other) => rank(one) - rank(other) || size(other) - size(one));
  }

  /** Jest tells how long each took; the order does not depend on it. */
  cacheResults() {}
};
