/** A mutant of the code is tried, not the code itself (`npm run test:mutation`). */
export const ofMutant = process.env['STRYKER_MUTATOR_WORKER'] !== undefined;

/**
 * How often a property is tried. Of each mutant it is tried less often than of the code itself: thousands of them are
 * tried in turn.
 */
export const runs = (times: number): number => (ofMutant ? Math.ceil(times / 5) : times);
