import type { Reden } from '../../schema/domain/reden';

/**
 * What a rule returns when it refuses: an Error, because that is how graphql-shield tells a reason from a fault. It is
 * no fault, so it has no trace: to make one took a fifth of the time of a decision.
 */
export class Weigering extends Error {
  override readonly name = 'Weigering';
  constructor(readonly reden: Reden) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(reden);
    Error.stackTraceLimit = limit;
  }
}
