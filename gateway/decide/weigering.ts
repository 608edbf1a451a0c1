import type { Reden } from '../../schema/domain/reden';

/** What a rule returns when it refuses: an Error, because that is how graphql-shield tells a reason from a fault. */
export class Weigering extends Error {
  override readonly name = 'Weigering';
  constructor(readonly reden: Reden) {
    super(reden);
  }
}
