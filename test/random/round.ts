import fc from 'fast-check';
import { type DocumentSketch, documentSketch } from './operation/sketch';
import { type MutationSketch, mutationSketch } from './world/secretTwin';
import { type SituationSketch, situationSketch } from './world/situation';

/** One requester in one world, its twin that differs only in what he may not see, and what he asks of both. */
export interface Round {
  readonly situation: SituationSketch;
  readonly mutations: readonly MutationSketch[];
  readonly operations: readonly DocumentSketch[];
}

const MOST_OPERATIONS = 24;
/** On average; a round has one at least. */
export const OPERATIONS_PER_ROUND = (MOST_OPERATIONS + 1) / 2;

export const round: fc.Arbitrary<Round> = fc.record({
  situation: situationSketch,
  mutations: fc.noBias(fc.array(mutationSketch, { minLength: 1, maxLength: 90, size: 'max' })),
  operations: fc.noBias(fc.array(documentSketch, { minLength: 1, maxLength: MOST_OPERATIONS, size: 'max' })),
});
