/** Which promise: nothing leaks, the reader agrees, no source is asked too much; or that the suite itself bites. */
export type Judge = 'leak' | 'reader' | 'traffic' | 'status' | 'control' | 'suite';

/** A promise that did not hold. */
export class Verdict extends Error {
  override readonly name = 'Verdict';

  constructor(
    readonly judge: Judge,
    readonly detail: string,
  ) {
    super(`${judge}: ${detail}`);
  }
}
