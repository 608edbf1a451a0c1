/**
 * How often a property is tried. Of each mutant (`npm run test:mutation`) it is tried less often than of the code itself:
 * thousands of them are tried in turn.
 */
export const runs = (times: number): number =>
  process.env['STRYKER_MUTATOR_WORKER'] === undefined ? times : Math.ceil(times / 5);
