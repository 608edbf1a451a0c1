/** A mutant of the code is tried, not the code itself (`npm run test:mutation`). */
export const ofMutant = process.env['STRYKER_MUTATOR_WORKER'] !== undefined;

/**
 * How often a property is tried. Of each mutant it is tried less often than of the code itself: thousands of them are
 * tried in turn.
 */
export const runs = (times: number): number => (ofMutant ? Math.ceil(times / 5) : times);

/**
 * Settings of a property that also counts what came by. In `npm test` its questions are always the same, so that a
 * red build is the doing of what changed, not of the draw; in `npm run test:deep` they are others each time.
 */
export const counted = (times: number): { readonly numRuns: number; readonly seed?: number } =>
  process.env['KETENHUB_DEEP'] === undefined ? { numRuns: runs(times), seed: 20_261_130 } : { numRuns: runs(times) };
